import GRDB

/// The settings of a central, one text to a key.
enum SettingTable {
  enum Key: String {
    case district, districtName, budgetFen, targetPercent, publicityLimitPercent
    case surveyStart, deadline, notApplicable
  }

  static func all(_ db: Database) throws -> [Key: String] {
    var settings: [Key: String] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT key, value FROM setting") {
      // A newer program's setting that this one does not know is left alone.
      guard let key = Key(rawValue: row["key"]) else { continue }
      settings[key] = row["value"]
    }
    return settings
  }

  static func set(_ db: Database, _ key: Key, _ value: String) throws {
    try db.execute(
      sql:
        "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = ?2",
      arguments: [key.rawValue, value])
  }
}

/// Names of townships by code.
enum TownTable {
  static func all(_ db: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(db, sql: "SELECT code, name FROM town")
    return Dictionary(uniqueKeysWithValues: rows.map { ($0["code"], $0["name"]) })
  }

  static func add(_ db: Database, _ towns: [String: String]) throws {
    for (code, name) in towns.sorted(by: { $0.key < $1.key }) {
      try db.execute(
        sql:
          "INSERT INTO town (code, name) VALUES (?, ?) ON CONFLICT (code) DO UPDATE SET name = ?2",
        arguments: [code, name])
    }
  }
}
