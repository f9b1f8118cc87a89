import CensusHub
import GRDB

/// SQLite's own checks.
struct FileHealth: StorageHealth {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func probe() throws {
    _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM setting")
  }

  func complaints() throws -> [String] {
    let pages = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
    let strays = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
    return pages + strays.map { "foreign key: \($0)" }
  }
}
