import CensusDomain
import CensusSQLite
import Foundation
import GRDB
import Testing

@Suite("Opening a store's file")
struct OpeningTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func header(_ path: String, at offset: Int) throws -> Int32 {
    let data = try Data(contentsOf: URL(filePath: path))
    return data[offset..<offset + 4].reduce(0) { $0 << 8 | Int32($1) }
  }

  private func pragma(_ name: String, _ queue: DatabaseQueue) throws -> String? {
    try queue.inDatabase { try String.fetchOne($0, sql: "PRAGMA \(name)") }
  }

  @Test("A new file and one opened again commit durably, whatever a library lowered before")
  func durable() throws {
    let path = folder.file("a.sqlite")
    for _ in 0..<2 {
      let queue = try TrialStore.open(path)
      for log in 0..<2 {
        if log == 1 { try TrialStore.log(2, in: queue) }
        #expect(try pragma("synchronous", queue) == "2")
        #expect(try pragma("journal_mode", queue) == "wal")
        #expect(try pragma("foreign_keys", queue) == "1")
        #expect(try pragma("trusted_schema", queue) == "0")
        #expect(try pragma("cell_size_check", queue) == "1")
      }
      try queue.close()
    }
  }

  @Test("Once the file is there its header bears the marks, before anything is closed")
  func marks() throws {
    let path = folder.file("a.sqlite")
    let queue = try TrialStore.open(path)
    #expect(try header(path, at: 68) == TrialStore.applicationID)
    #expect(try header(path, at: 60) == 3)
    #expect(
      StoreIdentity.inspect(path: path)
        == .marked(applicationID: TrialStore.applicationID, version: 3))
    try queue.close()
  }

  @Test("Only the owner may read a new file")
  func rights() throws {
    let path = folder.file("a.sqlite")
    let queue = try TrialStore.open(path)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
    try queue.close()
  }

  /// Refuses to open, and leaves every byte in the folder as it was.
  private func expectUntouched(_ path: String) throws {
    let before = try folder.contents()
    let error = try #require(throws: CensusError.self) { try TrialStore.open(path) }
    #expect(error.code == .configuration)
    #expect(error.message.en.contains("untouched"))
    #expect(try folder.contents() == before)
  }

  @Test(
    "A file that is no database is refused and stays as it is",
    arguments: [
      "objectCode,objectName\n", "SQLite format 3\0", "x", String(repeating: "z", count: 8192),
    ])
  func notSQLite(_ text: String) throws {
    let path = folder.file("list.csv")
    try Data(text.utf8).write(to: URL(filePath: path))
    #expect(StoreIdentity.inspect(path: path) == .foreign)
    try expectUntouched(path)
  }

  @Test("Another program's database is refused and stays as it is", arguments: [0, 77])
  func foreign(_ applicationID: Int) throws {
    let path = folder.file("other.sqlite")
    let other = try DatabaseQueue(path: path)
    try other.write { db in
      try db.execute(sql: "CREATE TABLE auditEntry (a)")
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    try other.close()
    try expectUntouched(path)
  }

  @Test("A file of a newer program is refused and stays as it is, and names both versions")
  func newer() throws {
    let path = folder.file("a.sqlite")
    try TrialStore.open(path, version: 4).close()
    try expectUntouched(path)
    let error = try #require(throws: CensusError.self) { try TrialStore.open(path) }
    #expect(error.message.en.contains("schema 4"))
    #expect(error.message.zh.contains("4"))
  }

  @Test("An empty file is as good as none")
  func empty() throws {
    let path = folder.file("a.sqlite")
    try Data().write(to: URL(filePath: path))
    #expect(StoreIdentity.inspect(path: path) == .absent)
    try TrialStore.open(path).close()
    #expect(try header(path, at: 68) == TrialStore.applicationID)
  }

  @Test("A creation that was cut before its first checkpoint is gone on with")
  func cutCreation() throws {
    let path = folder.file("a.sqlite")
    // Given the schema and a write-ahead log, but no marks yet.
    let copy = folder.file("b.sqlite")
    let cut = try DatabaseQueue(path: path)
    try cut.inDatabase { db in
      _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
    }
    try TrialStore.migrator.migrate(cut)
    for end in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: path + end, toPath: copy + end)
    }
    try cut.close()
    #expect(StoreIdentity.inspect(path: copy) == .unmarked)
    // When it is opened, then it is a store like any other.
    let queue = try TrialStore.open(copy)
    try TrialStore.log(1, in: queue)
    try queue.close()
    #expect(try header(copy, at: 68) == TrialStore.applicationID)
  }

  @Test("A creation that was cut before its first table, or that failed, is gone on with")
  func cutBeforeSchema() throws {
    // Given a file that is a write-ahead database and nothing more, as a cut leaves it.
    let bare = folder.file("a.sqlite")
    let cut = try DatabaseQueue(path: bare)
    try cut.inDatabase { _ = try String.fetchOne($0, sql: "PRAGMA journal_mode = WAL") }
    try cut.close()
    // And one whose migration failed, with the log carried in when it was closed.
    let failed = folder.file("b.sqlite")
    var migrator = TrialStore.migrator
    migrator.registerMigration("2") { _ in throw DatabaseError(resultCode: .SQLITE_IOERR) }
    #expect(throws: CensusError.self) {
      try SQLiteFile.open(path: failed, identity: TrialStore.identity(), migrator: migrator)
    }
    // And one that has only the table of migrations.
    let begun = folder.file("c.sqlite")
    let log = try DatabaseQueue(path: begun)
    try log.inDatabase { db in
      _ = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
      try db.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
    }
    let copy = folder.file("d.sqlite")
    for end in ["", "-wal"] {
      try FileManager.default.copyItem(atPath: begun + end, toPath: copy + end)
    }
    try log.close()
    // When they are opened, then each is a store like any other.
    for path in [bare, failed, copy] {
      let queue = try TrialStore.open(path)
      try TrialStore.log(1, in: queue)
      try queue.close()
      #expect(try header(path, at: 68) == TrialStore.applicationID)
    }
  }

  @Test("A folder in place of the file is a failure in words, not a crash")
  func folderInPlace() throws {
    let path = folder.file("a.sqlite")
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    let error = try #require(throws: CensusError.self) { try TrialStore.open(path) }
    #expect(error.code == .inputOutput)
  }
}
