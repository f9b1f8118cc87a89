import GRDB

/// Hands out cursors within one transaction.
///
/// SQLite lets one transaction write at a time, so the order of cursors is the order of commits.
final class CursorCounter {
  private let db: Database
  private var last: Int64?

  init(_ db: Database) { self.db = db }

  /// Gives `insert` the next cursor; it is used up only if that succeeds, so that no gap arises.
  func next(_ insert: (Int64) throws -> Void) throws -> Int64 {
    let cursor = try (last ?? newest()) + 1
    try insert(cursor)
    last = cursor
    return cursor
  }

  /// The newest cursor that is stored; 0 before the first.
  func newest() throws -> Int64 {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT max(
            (SELECT coalesce(max(cursor), 0) FROM revision),
            (SELECT coalesce(max(cursor), 0) FROM review),
            (SELECT coalesce(max(cursor), 0) FROM inventoryVersion),
            (SELECT coalesce(max(cursor), 0) FROM form))
          """)) ?? 0
  }
}
