import CensusDomain
import CensusSQLite
import GRDB

extension Hub {
  /// Appends to the audit trail within the change's own transaction.
  @discardableResult
  func log(
    _ db: Database, by caller: Caller, _ action: String, _ subject: String, _ detail: String = ""
  ) throws -> ContentHash {
    let event = AuditTrail.Event(
      actor: caller.name, device: caller.device?.description ?? "", action: action,
      subject: subject, detail: detail)
    return try AuditTrail.append(db, event, at: clock.now())
  }

  /// The newest cursor that was handed out; 0 before the first.
  static func newestCursor(_ db: Database) throws -> Int64 {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT max(
          (SELECT coalesce(max(cursor), 0) FROM revision),
          (SELECT coalesce(max(cursor), 0) FROM review),
          (SELECT coalesce(max(cursor), 0) FROM inventoryVersion))
        """) ?? 0
  }
}
