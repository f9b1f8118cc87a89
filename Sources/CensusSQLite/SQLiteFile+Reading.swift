import CensusDomain
import Foundation
import GRDB

extension SQLiteFile {
  /// Opens the database at `path` beside a process that holds it, to read one consistent state.
  ///
  /// The file itself is opened without the right to write, so this connection can neither commit nor
  /// checkpoint, not even when it closes; what corrupts a write-ahead log in SQLite before 3.51.3
  /// needs a second connection that does.
  ///
  /// - Throws: ``CensusError``: `notFound` where there is no file, else what SQLite said.
  public static func openToRead(path: String) throws(CensusError) -> DatabaseQueue {
    guard FileManager.default.fileExists(atPath: path) else {
      throw CensusError(.notFound, zh: "没有文件 \(path)。", en: "There is no file \(path).")
    }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    configuration.label = "hazcensus reader"
    configuration.prepareDatabase { db in
      try db.execute(sql: "PRAGMA trusted_schema = OFF")
      try db.execute(sql: "PRAGMA cell_size_check = ON")
      try db.execute(sql: "PRAGMA mmap_size = 0")
      try db.execute(sql: "PRAGMA wal_autocheckpoint = 0")
    }
    do {
      return try DatabaseQueue(path: path, configuration: configuration)
    } catch {
      throw CensusError(sqlite: error, at: path)
    }
  }
}
