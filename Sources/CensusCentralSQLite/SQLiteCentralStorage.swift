import CensusDomain
import CensusHub
import CensusSQLite
import GRDB

/// A central's storage in one SQLite file, or in memory for tests.
///
/// One connection holds the file, so writing transactions wait for each other and none is repeated.
public final class SQLiteCentralStorage: CentralStorage {
  /// The file's path.
  public let place: String
  /// A file is locked, and what is in memory is nobody else's.
  public let isExclusive = true
  /// A central writes batches of records, which larger pages hold with fewer writes.
  private static let pageBytes = 8192
  private let queue: DatabaseQueue
  private let log = LogWatch()
  /// Held as long as the storage; nil in memory.
  private let lock: StoreLock?

  /// Opens or makes the file at `path`; nil means in memory.
  ///
  /// - Parameter lock: what keeps other processes out, taken before.
  /// - Throws: ``CensusError``: `configuration` for a foreign or newer file, else what SQLite said.
  public init(path: String?, lock: StoreLock? = nil) throws(CensusError) {
    queue = try SQLiteFile.open(
      path: path, identity: HubSchema.identity, migrator: HubSchema.migrator,
      pageBytes: SQLiteCentralStorage.pageBytes)
    place = path ?? "memory"
    let log = log
    if path != nil { queue.inDatabase { db in log.attach(to: db) } }
    self.lock = lock
  }

  /// The tables as they are seen on a connection that somebody else opened, such as to verify a file.
  public static func records(on db: Database) -> any CentralTransaction { SQLiteTransaction(db) }

  /// Runs `body` in one immediate transaction; it commits whole or not at all.
  ///
  /// - Throws: ``CensusError``: the one that `body` threw, or what SQLite said.
  public func write<Result>(
    _ body: (any CentralTransaction) throws -> Result
  ) throws(CensusError) -> Result {
    let result = try queue.commit(at: place) { db in try body(SQLiteTransaction(db)) }
    checkpointIfDue()
    return result
  }

  /// Carries a long log into the database after the answer, not before it.
  ///
  /// The connection does it in its turn, so the next batch is judged meanwhile. Where it fails, as on
  /// a full disk, the log keeps everything and the next commit tries again.
  private func checkpointIfDue() {
    guard log.isDue(pageBytes: SQLiteCentralStorage.pageBytes) else { return }
    queue.asyncWriteWithoutTransaction { [self] db in
      // The file's lock is held until this has ended.
      withExtendedLifetime(self) { try? log.checkpoint(db) }
    }
  }

  /// Reads one consistent state.
  ///
  /// - Throws: ``CensusError``: the one that `body` threw, or what SQLite said.
  public func read<Result>(
    _ body: (any CentralTransaction) throws -> Result
  ) throws(CensusError) -> Result {
    try queue.fetch(at: place) { db in try body(SQLiteTransaction(db)) }
  }
}
