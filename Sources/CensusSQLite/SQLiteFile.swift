import CensusDomain
import Foundation
import GRDB

/// Opens a store's database the one way that keeps its promises.
public enum SQLiteFile {
  /// Opens the database at `path`, makes or migrates its schema and proves its durability.
  ///
  /// One connection reads, writes and checkpoints. A commit returns only after the write-ahead log is
  /// on the disk (`synchronous=FULL`); this is set last and read back, because libraries lower it.
  ///
  /// - Parameters:
  ///   - path: the file; nil opens a database in memory for tests.
  ///   - identity: the marks that the file must bear.
  ///   - migrator: the schema's steps, never edited once shipped.
  ///   - pageBytes: the size of a page in a file that is made; one that is there keeps its own.
  /// - Throws: ``CensusError``: `configuration` for a foreign or newer file, else what SQLite said.
  public static func open(
    path: String?, identity: StoreIdentity, migrator: DatabaseMigrator, pageBytes: Int = 4096
  ) throws(CensusError) -> DatabaseQueue {
    if let path { try identity.admit(path: path) }
    do {
      return try prepared(path, identity, migrator, pageBytes)
    } catch let error as CensusError {
      throw error
    } catch {
      let cause = CensusError(sqlite: error, at: path ?? "memory")
      guard cause.code == .diskFull, let path,
        let queue = try? prepared(path, identity, migrator, pageBytes, needsNoRoom: true)
      else { throw cause }
      return queue
    }
  }

  private static func prepared(
    _ path: String?, _ identity: StoreIdentity, _ migrator: DatabaseMigrator, _ pageBytes: Int,
    needsNoRoom: Bool = false
  ) throws -> DatabaseQueue {
    let queue = try connect(path, needsNoRoom: needsNoRoom)
    try queue.inDatabase { db in
      if path != nil { try checkMarks(db, identity) }
      try setPragmas(db, isFile: path != nil, pageBytes: pageBytes)
      // The first thing written, so that a creation that is cut or fails later is known as ours.
      if path != nil { try claim(db, identity) }
    }
    try migrator.migrate(queue)
    try queue.inDatabase { db in
      try setMarks(db, identity, isFile: path != nil)
      try assertDurable(db, isFile: path != nil)
    }
    return queue
  }

  /// Connects; with `needsNoRoom` the log's index is kept in memory, since a full disk has no room for
  /// its file and what was saved must still be read (sqlite.org, "WAL without shared memory").
  private static func connect(_ path: String?, needsNoRoom: Bool) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    configuration.label = "hazcensus"
    if needsNoRoom {
      configuration.prepareDatabase { db in try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
    }
    guard let path else { return try DatabaseQueue(configuration: configuration) }
    let isNew = !FileManager.default.fileExists(atPath: path)
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    if isNew { chmod(path, 0o600) }
    return queue
  }

  /// An unmarked file with a log was admitted on trust; now its marks can be read for certain.
  private static func checkMarks(_ db: Database, _ identity: StoreIdentity) throws {
    let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    // A creation that was cut before its first step has the migrations' table and nothing else.
    let isEmpty =
      try Int.fetchOne(
        db, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'") == 0
    guard id == identity.applicationID || (id == 0 && isEmpty) || isOurs(db) else {
      throw CensusError(
        .configuration, zh: "该文件不是\(identity.name.zh)。", en: "The file is not \(identity.name.en).")
    }
  }

  private static func claim(_ db: Database, _ identity: StoreIdentity) throws {
    guard try Int32.fetchOne(db, sql: "PRAGMA application_id") == 0 else { return }
    try db.execute(sql: "PRAGMA application_id = \(identity.applicationID)")
  }

  /// A creation by an earlier program that was cut between the schema and the marks has our migrations' table.
  private static func isOurs(_ db: Database) -> Bool {
    (try? db.tableExists("grdb_migrations") && db.tableExists("auditEntry")) ?? false
  }

  /// Marks the file as ours, only where the marks change: a full disk must still let us read.
  private static func setMarks(_ db: Database, _ identity: StoreIdentity, isFile: Bool) throws {
    let id = try Int32.fetchOne(db, sql: "PRAGMA application_id")
    let version = try Int32.fetchOne(db, sql: "PRAGMA user_version")
    guard id != identity.applicationID || version != identity.newestVersion else { return }
    try db.execute(sql: "PRAGMA application_id = \(identity.applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(identity.newestVersion)")
    // The marks reach the file's header, where the next program looks before it opens.
    if isFile { try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
  }

  /// The log's size from which it is carried into the database.
  public static let checkpointBytes = 32 * 1024 * 1024

  private static func setPragmas(_ db: Database, isFile: Bool, pageBytes: Int) throws {
    // Defends against a database that someone prepared (sqlite.org, "Defense Against The Dark Arts").
    try db.execute(sql: "PRAGMA trusted_schema = OFF")
    try db.execute(sql: "PRAGMA cell_size_check = ON")
    try db.execute(sql: "PRAGMA mmap_size = 0")
    try db.execute(sql: "PRAGMA temp_store = MEMORY")
    try db.execute(sql: "PRAGMA cache_size = -32000")
    guard isFile else { return }
    try db.execute(sql: "PRAGMA page_size = \(pageBytes)")
    let mode = try String.fetchOne(db, sql: "PRAGMA journal_mode = WAL")
    guard mode == "wal" else {
      throw CensusError(
        .configuration, zh: "此磁盘不支持预写日志（得到 \(mode ?? "无")）。",
        en: "This disk does not support a write-ahead log (got \(mode ?? "none")).",
        remedy: LocalizedText(
          zh: "请把存储放在本机磁盘上，不要放在网络盘。",
          en: "Put the store on a local disk, not on a network share."))
    }
    try db.execute(sql: "PRAGMA synchronous = FULL")
    // A checkpoint rewrites each changed page once, so fewer of them spare most writes to indexes.
    try db.execute(sql: "PRAGMA wal_autocheckpoint = \(checkpointBytes / pageBytes)")
  }

  private static func assertDurable(_ db: Database, isFile: Bool) throws {
    guard isFile else { return }
    let level = try Int.fetchOne(db, sql: "PRAGMA synchronous")
    guard level == 2 else {
      throw CensusError(
        .software, zh: "无法保证断电不丢数据（synchronous=\(level ?? -1)）。",
        en: "Durability cannot be promised (synchronous=\(level ?? -1)).")
    }
  }
}
