import CensusAPI
import CensusDomain
import CensusSQLite
import Foundation
import GRDB

extension DeviceStore {
  /// Takes in the central's answers: what they cover leaves the outbox, in the same transaction.
  ///
  /// An answer counts only for a revision that waits and has the very hash that the central names;
  /// others are passed over, so a receipt may come twice.
  /// - Returns: How many revisions were answered for, by disposition.
  /// - Throws: ``CensusError``: `restored` where the central names another hash.
  @discardableResult
  public func record(_ receipt: Receipt) throws(CensusError) -> [Disposition: Int] {
    guard receipt.device == identity.device else {
      throw CensusError(
        .protocolViolation, zh: "回执属于另一台设备（\(receipt.device)），未采用。",
        en: "The receipt is for another device (\(receipt.device)) and was not used.")
    }
    return try write { db in
      var counts: [Disposition: Int] = [:]
      let writer = try ReceiptWriter(db, receipt)
      for item in receipt.items where try writer.isWaiting(item, identity.device) {
        try writer.answer(item)
        counts[item.disposition, default: 0] += 1
      }
      try refreshContested(db, receipt)
      try db.execute(
        sql: """
          DELETE FROM batch WHERE NOT EXISTS (
            SELECT 1 FROM outbox WHERE sequence BETWEEN batch.firstSequence AND batch.lastSequence)
          """)
      return counts
    }
  }

  /// Lets the entries of the receipt of which a revision was kept aside show what stands.
  private func refreshContested(_ db: Database, _ receipt: Receipt) throws {
    guard let first = receipt.items.first?.sequence, let last = receipt.items.last?.sequence
    else { return }
    let entries = try Data.fetchAll(
      db,
      sql: """
        SELECT entry FROM revision WHERE sequence BETWEEN ?1 AND ?2 AND entry IN (
          SELECT entry FROM aside
          UNION
          SELECT entry FROM receipt JOIN revision USING (sequence)
          WHERE receipt.disposition = 'conflict' OR receipt.disposition = 'superseded')
        GROUP BY entry
        """, arguments: [first, last])
    let keeper = StandingKeeper(db: db, forms: nil, damaged: damaged)
    for entry in entries.compactMap({ UniqueID(bytes: $0) }) { try keeper.refresh(entry) }
  }
}

/// Writes the answers of one receipt inside one transaction.
struct ReceiptWriter {
  private let receipt: Receipt
  private let find: HotStatement
  private let insert: HotStatement
  private let settle: HotStatement
  private let take: HotStatement

  init(_ db: Database, _ receipt: Receipt) throws {
    self.receipt = receipt
    find = try HotStatement(
      db, "SELECT hash FROM outbox JOIN revision USING (sequence) WHERE sequence = ?1")
    insert = try HotStatement(
      db,
      """
      INSERT INTO receipt (sequence, disposition, faults, auditHead, receivedAt)
      VALUES (?1, ?2, ?3, ?4, ?5)
      """)
    // Only the standing of the revision that was answered: a later one may be waiting already.
    settle = try HotStatement(
      db,
      """
      UPDATE entry SET state = ?2
      WHERE (entry, head) = (SELECT entry, id FROM revision WHERE sequence = ?1)
        AND state = 'ready'
      """)
    take = try HotStatement(db, "DELETE FROM outbox WHERE sequence = ?1")
  }

  /// Whether the item's revision waits for an answer; proves that both sides mean the same bytes.
  func isWaiting(_ item: ReceiptItem, _ device: UniqueID) throws -> Bool {
    find.bind(1, item.sequence)
    defer { find.reset() }
    guard try find.step() else { return false }
    guard find.hash(0) == item.hash else {
      throw CensusError.restoredDevice(device, at: item.sequence)
    }
    return true
  }

  func answer(_ item: ReceiptItem) throws {
    insert.bind(1, item.sequence)
    insert.bind(2, item.disposition.rawValue)
    if item.faults.isEmpty {
      insert.bindNull(3)
    } else {
      insert.bind(3, String(decoding: Fault.encode(item.faults), as: UTF8.self))
    }
    insert.bind(4, receipt.auditHead)
    insert.bind(5, receipt.receivedAt.milliseconds)
    try insert.run()
    settle.bind(1, item.sequence)
    settle.bind(2, state(after: item.disposition).rawValue)
    try settle.run()
    take.bind(1, item.sequence)
    try take.run()
  }

  private func state(after disposition: Disposition) -> EntryState {
    switch disposition {
    case .accepted, .duplicate, .superseded: .sent
    case .conflict: .conflict
    case .rejected: .rejected
    }
  }
}
