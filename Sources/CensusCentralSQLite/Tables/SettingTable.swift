import CensusHub
import GRDB

/// The tables `setting` and `town`.
struct SettingTable: SettingRecords {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func all() throws -> [String: String] {
    let rows = try Row.fetchAll(db, sql: "SELECT key, value FROM setting")
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["key"], $0["value"]) })
  }

  func set(_ key: String, to value: String) throws {
    try db.execute(
      sql:
        "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = ?2",
      arguments: [key, value])
  }

  func townNames() throws -> [String: String] {
    let rows = try Row.fetchAll(db, sql: "SELECT code, name FROM town")
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["code"], $0["name"]) })
  }

  func name(town code: String, _ name: String) throws {
    try db.execute(
      sql: "INSERT INTO town (code, name) VALUES (?, ?) ON CONFLICT (code) DO UPDATE SET name = ?2",
      arguments: [code, name])
  }
}
