import CensusAPI
import CensusDomain
import CensusHub
import Foundation
import GRDB

/// The tables `relay`, `relayRefusal` and `relayAttachment`, and what `device` says of carried devices.
struct RelayTable: RelayRecords {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func carry(
    _ device: UniqueID, of surveyor: String, by relay: DeviceIdentity, tokenHash: ContentHash,
    at time: Timestamp
  ) throws -> Bool {
    if let row = try Row.fetchOne(
      db, sql: "SELECT carrier FROM device WHERE id = ?", arguments: [device.data])
    {
      return row["carrier"] as Data? == relay.id.data
    }
    try db.execute(
      sql: """
        INSERT INTO device (id, surveyor, region, tokenHash, addedAt, carrier)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        device.data, surveyor, relay.region.digits, tokenHash.data, time.milliseconds,
        relay.id.data,
      ])
    return true
  }

  func carries(_ entry: UniqueID) throws -> Bool {
    try Row.fetchOne(
      db,
      sql: """
        SELECT 1 FROM revision JOIN device ON device.id = revision.device
        WHERE revision.entry = ? AND device.carrier IS NOT NULL LIMIT 1
        """, arguments: [entry.data]) != nil
  }

  func state() throws -> RelayState? {
    guard let row = try Row.fetchOne(db, sql: "SELECT * FROM relay") else { return nil }
    let key = try (row["openKey"] as Data?).map { _ in try row.id("openKey") }
    return RelayState(
      id: try row.id("id"), sent: row["sent"], taken: row["taken"],
      head: (row["head"] as Data?).flatMap { ContentHash(bytes: $0) },
      open: key.map { .init(key: $0, after: row["openAfter"], through: row["openThrough"]) },
      lastRun: (row["lastRun"] as Int64?).map { Timestamp(milliseconds: $0) })
  }

  func set(_ state: RelayState) throws {
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO relay (
          one, id, sent, taken, head, openKey, openAfter, openThrough, lastRun)
        VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        state.id.data, state.sent, state.taken, state.head?.data, state.open?.key.data,
        state.open?.after, state.open?.through, state.lastRun?.milliseconds,
      ])
  }

  func keep(_ refusal: ReceiptItem, at time: Timestamp) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO relayRefusal (cursor, hash, faults, at) VALUES (?, ?, ?, ?)",
      arguments: [
        refusal.sequence, refusal.hash.data,
        String(decoding: Fault.encode(refusal.faults), as: UTF8.self), time.milliseconds,
      ])
  }

  func settle(_ at: Int64) throws {
    try db.execute(sql: "DELETE FROM relayRefusal WHERE cursor = ?", arguments: [at])
  }

  func refusals(limit: Int) throws -> [ReceiptItem] {
    try Row.fetchAll(
      db, sql: "SELECT cursor, hash, faults FROM relayRefusal ORDER BY cursor LIMIT ?",
      arguments: [limit]
    ).map { row in
      ReceiptItem(
        sequence: row["cursor"], hash: try row.hash("hash"), disposition: .rejected,
        faults: Fault.decode(text: row["faults"]))
    }
  }

  func lacks(_ hashes: Set<ContentHash>) throws {
    let known = Set(try attachments().lacking)
    for hash in known.subtracting(hashes) {
      try db.execute(
        sql: "DELETE FROM relayAttachment WHERE hash = ? AND sentAt IS NULL",
        arguments: [hash.data])
    }
    for hash in hashes.subtracting(known) { try set(hash, sentAt: nil) }
  }

  func sent(_ hash: ContentHash, at time: Timestamp) throws { try set(hash, sentAt: time) }

  func attachments() throws -> (sent: Int, lacking: [ContentHash]) {
    let sent = try Int.fetchOne(
      db, sql: "SELECT count(*) FROM relayAttachment WHERE sentAt IS NOT NULL")
    let lacking = try Row.fetchAll(
      db, sql: "SELECT hash FROM relayAttachment WHERE sentAt IS NULL ORDER BY hash")
    return (sent ?? 0, try lacking.map { try $0.hash("hash") })
  }

  private func set(_ hash: ContentHash, sentAt: Timestamp?) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO relayAttachment (hash, sentAt) VALUES (?, ?)",
      arguments: [hash.data, sentAt?.milliseconds])
  }
}
