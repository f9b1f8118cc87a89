import CensusDomain
import Foundation
import GRDB

extension DeviceStore {
  /// Puts back into the outbox what a central answered for and no longer holds, as one that came back
  /// from a backup does; sending again is harmless, since the central knows each revision by its hash.
  ///
  /// Changes are pulled from the beginning afterwards: the central gives out its cursors anew.
  ///
  /// - Parameter held: the last of this device's sequences that the central holds.
  /// - Returns: how many revisions wait again.
  /// - Throws: ``CensusError`` if the store cannot be written.
  @discardableResult
  public func resend(after held: Int64) throws(CensusError) -> Int {
    let (answered, start) = try read { db in
      (
        try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM receipt") ?? 0,
        try Int64.fetchOne(db, sql: "SELECT startsAfter FROM device") ?? 0
      )
    }
    // What a former identity sent can be sent by it alone.
    let held = max(held, start)
    guard answered > held else { return 0 }
    let now = clock.now()
    return try write { db in
      try db.execute(
        sql: "INSERT INTO outbox (sequence) SELECT sequence FROM receipt WHERE sequence > ?",
        arguments: [held])
      let count = db.changesCount
      try db.execute(sql: "DELETE FROM receipt WHERE sequence > ?", arguments: [held])
      try db.execute(sql: "UPDATE device SET cursor = 0")
      try audit(db, "central.lacks", "\(held + 1)", "\(count)", at: now)
      return count
    }
  }
}
