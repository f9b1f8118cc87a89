import CensusStore
import Foundation
import GRDB

/// A store's tables through a connection of their own, beside the store's.
enum Records {
  fileprivate static func path(_ folder: TemporaryFolder) -> String {
    folder.file(DeviceStore.fileName)
  }

  /// The first column of every row.
  static func read(_ folder: TemporaryFolder, _ sql: String) throws -> [String] {
    let queue = try DatabaseQueue(path: path(folder))
    defer { try? queue.close() }
    return try queue.read { try String.fetchAll($0, sql: sql) }
  }

  /// Changes rows as damage or a forger would, past the triggers.
  static func tamper(_ folder: TemporaryFolder, _ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path(folder), configuration: configuration)
    defer { try? queue.close() }
    try queue.write { db in
      let triggers = try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
      for trigger in triggers { try db.execute(sql: "DROP TRIGGER \(trigger)") }
      try db.execute(sql: sql)
    }
  }
}

extension Records {
  /// Tries a change with the triggers in place.
  static func attempt(_ folder: TemporaryFolder, _ sql: String) throws {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = false
    let queue = try DatabaseQueue(path: path(folder), configuration: configuration)
    defer { try? queue.close() }
    try queue.write { try $0.execute(sql: sql) }
  }
}
