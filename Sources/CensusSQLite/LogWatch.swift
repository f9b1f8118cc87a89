import GRDB
import GRDBSQLite
import Synchronization

/// Counts the pages of a connection's write-ahead log, for an owner that checkpoints by itself.
///
/// It takes the place of SQLite's own checkpoint at a commit. It must live as long as the connection.
public final class LogWatch: Sendable {
  private let pages = Atomic<Int>(0)

  /// Makes a watch that sees nothing yet.
  public init() {}

  /// Whether the log has grown to ``SQLiteFile/checkpointBytes``.
  public func isDue(pageBytes: Int) -> Bool {
    pages.load(ordering: .relaxed) * pageBytes >= SQLiteFile.checkpointBytes
  }

  /// Watches the connection of `db`.
  public func attach(to db: Database) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    _ = sqlite3_wal_hook(
      db.sqliteConnection,
      { context, _, _, pages in
        guard let context else { return SQLITE_OK }
        let watch = Unmanaged<LogWatch>.fromOpaque(context).takeUnretainedValue()
        watch.pages.store(Int(pages), ordering: .relaxed)
        return SQLITE_OK
      }, context)
  }

  /// Carries the log into the database; the next commit begins it anew.
  public func checkpoint(_ db: Database) throws {
    pages.store(0, ordering: .relaxed)
    _ = try db.checkpoint(.passive)
  }
}
