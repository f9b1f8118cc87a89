import CensusDomain
import CensusSQLite
import GRDB

/// A small store with an audit trail, in place of the real ones.
enum TrialStore {
  static let applicationID: Int32 = 0x5452_4C31

  static func identity(version: Int32 = 3) -> StoreIdentity {
    StoreIdentity(
      applicationID: applicationID, newestVersion: version,
      name: LocalizedText(zh: "试验存储", en: "a trial store"))
  }

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: AuditTrail.schema)
      try db.execute(sql: "CREATE TABLE item (name TEXT NOT NULL) STRICT")
    }
    return migrator
  }

  static func open(_ path: String?, version: Int32 = 3) throws(CensusError) -> DatabaseQueue {
    try SQLiteFile.open(path: path, identity: identity(version: version), migrator: migrator)
  }

  /// Logs `count` events, one transaction each.
  static func log(_ count: Int, in queue: DatabaseQueue) throws {
    for number in 1...count {
      _ = try queue.commit(at: "trial") { db in
        try AuditTrail.append(
          db,
          AuditTrail.Event(
            actor: "张伟", device: "d", action: "tested", subject: "s\(number)", detail: "x"),
          at: Timestamp(milliseconds: Int64(number)))
      }
    }
  }
}
