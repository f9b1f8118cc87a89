import CensusAPI
import CensusDomain
import CensusSQLite
import Foundation
import GRDB

/// What came of taking on a new identity.
public struct RejoinOutcome: Sendable, Codable, Hashable {
  /// What the device was.
  public var former: UniqueID
  /// What it is now.
  public var device: UniqueID
  /// Own revisions that the central held already.
  public var held: Int
  /// Own revisions that were made anew and wait to be sent.
  public var remade: Int
}

extension DeviceStore {
  /// The identity that the device will take on, which is on the disk when this returns.
  ///
  /// A repeat gives the same one, so that however often an answer is lost, the central enrols one.
  /// - Throws: ``CensusError`` if the store cannot be written.
  public func beginRejoin() throws(CensusError) -> (device: UniqueID, startsAfter: Int64) {
    let now = clock.now()
    let fresh = identifiers.next(at: now)
    return try write { db in
      try db.execute(
        sql:
          "INSERT INTO rejoin (one, id, startedAt) VALUES (1, ?, ?) ON CONFLICT (one) DO NOTHING",
        arguments: [Data(fresh.bytes), now.milliseconds])
      return (try pendingIdentity(db) ?? fresh, try lastOwnSequence(db))
    }
  }

  /// The sequence after which the numbering of the present identity begins.
  ///
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func startsAfter() throws(CensusError) -> Int64 {
    try read { db in try Int64.fetchOne(db, sql: "SELECT startsAfter FROM device") ?? 0 }
  }

  /// Takes on the identity that was begun, in one transaction.
  ///
  /// Own revisions that the central holds with equal hash stay what they are and are answered for.
  /// The others are made anew under the new identity, in their order, with the same content, and wait
  /// to be sent. Nothing is changed or removed; drafts stay. The next pull reads the feed from its
  /// beginning, where what the old identity sent from elsewhere comes as another device's work.
  /// - Parameters:
  ///   - id: the identity that ``beginRejoin()`` gave and the central enrolled.
  ///   - held: the central's answers to the present identity, from its first sequence on.
  /// - Throws: ``CensusError``: `inputOutput` where a record does not agree with its hash.
  public func adopt(
    _ id: UniqueID, held: [Receipt]
  ) throws(CensusError) -> RejoinOutcome {
    let former = identity
    let now = clock.now()
    let (fresh, outcome) = try write { db in
      guard try pendingIdentity(db) == id else {
        throw CensusError(
          .software, zh: "设备编号 \(id) 不是准备换用的编号。",
          en: "The identity \(id) is not the one that was begun.")
      }
      let last = try lastOwnSequence(db)
      let settled = try settle(db, held)
      let next = DeviceIdentity(
        device: id, district: former.district, surveyor: former.surveyor)
      var remaker = try RevisionRemaker(
        db, identity: next, last: last, held: Set(held.flatMap(\.items).map(\.hash)))
      let start = try Int64.fetchOne(db, sql: "SELECT startsAfter FROM device") ?? 0
      for sequence in try unheld(db, after: start, through: last, settled) {
        try remaker.remake(sequence)
      }
      try db.execute(
        sql: "INSERT INTO formerIdentity (id, lastSequence, endedAt) VALUES (?, ?, ?)",
        arguments: [Data(former.device.bytes), last, now.milliseconds])
      try db.execute(
        sql: "UPDATE device SET id = ?, startsAfter = ?, nextSequence = ?, cursor = 0",
        arguments: [Data(id.bytes), last, remaker.nextSequence])
      try db.execute(sql: "DELETE FROM batch")
      try db.execute(sql: "DELETE FROM rejoin")
      try audit(
        db, "device.rejoined", id.description,
        "from \(former.device), remade \(remaker.count)", at: now)
      return (
        next,
        RejoinOutcome(
          former: former.device, device: id, held: settled.count, remade: remaker.count)
      )
    }
    become(fresh)
    return outcome
  }

  private func pendingIdentity(_ db: Database) throws -> UniqueID? {
    let id = try Data.fetchOne(db, sql: "SELECT id FROM rejoin")
    return id.flatMap { UniqueID(bytes: $0) }
  }

  private func lastOwnSequence(_ db: Database) throws -> Int64 {
    try (Int64.fetchOne(db, sql: "SELECT nextSequence FROM device") ?? 1) - 1
  }

  /// Takes in the answers to revisions that this store has; gives the sequences of all those.
  private func settle(_ db: Database, _ held: [Receipt]) throws -> Set<Int64> {
    var settled = Set<Int64>()
    let find = try HotStatement(db, "SELECT hash FROM revision WHERE sequence = ?1")
    for receipt in held {
      let writer = try ReceiptWriter(db, receipt)
      for item in receipt.items {
        find.bind(1, item.sequence)
        let isEqual = try find.step() && find.hash(0) == item.hash
        find.reset()
        guard isEqual else { continue }
        settled.insert(item.sequence)
        if try writer.isWaiting(item, receipt.device) { try writer.answer(item) }
      }
    }
    return settled
  }

  private func unheld(
    _ db: Database, after start: Int64, through last: Int64, _ held: Set<Int64>
  ) throws -> [Int64] {
    try Int64.fetchAll(
      db,
      sql: "SELECT sequence FROM revision WHERE sequence > ? AND sequence <= ? ORDER BY sequence",
      arguments: [start, last]
    ).filter { !held.contains($0) }
  }
}
