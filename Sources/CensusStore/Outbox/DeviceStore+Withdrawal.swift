import CensusDomain
import GRDB

extension DeviceStore {
  /// The last own sequence that the central has answered for; 0 for none.
  ///
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func lastAnswered() throws(CensusError) -> Int64 {
    try read { db in try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM receipt") ?? 0 }
  }

  /// Takes back every receipt after `held`, since the central has none of these revisions any more.
  ///
  /// A central that was restored from a backup lost what came after it. The revisions wait to be sent
  /// again, and their entries stand where they stood before the receipt.
  /// - Returns: How many receipts were taken back.
  /// - Throws: ``CensusError`` if the store cannot be written.
  @discardableResult
  public func withdrawReceipts(after held: Int64) throws(CensusError) -> Int {
    let now = clock.now()
    // What a former identity sent is not this one's to send again.
    let held = max(held, try startsAfter())
    return try write { db in
      try db.execute(sql: "DELETE FROM receipt WHERE sequence > ?", arguments: [held])
      let count = db.changesCount
      guard count > 0 else { return 0 }
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO outbox (sequence)
          SELECT sequence FROM revision WHERE sequence > ?
          """, arguments: [held])
      try db.execute(
        sql: """
          UPDATE entry SET state = 'ready'
          WHERE head IN (SELECT id FROM revision WHERE sequence > ?)
          """, arguments: [held])
      try db.execute(sql: "DELETE FROM batch")
      try audit(db, "receipts.withdrawn", String(held), "\(count)", at: now)
      return count
    }
  }
}
