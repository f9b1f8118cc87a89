import Foundation
import GRDBSQLite

/// A connection through SQLite's C interface, opened as the stores open theirs.
final class RawDatabase {
  /// The pragmas of `CensusSQLite`; what is measured against must be no less careful.
  private static let pragmas = """
    PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
    PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000;
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    PRAGMA wal_autocheckpoint = 8192;
    """

  private var handle: OpaquePointer?

  init(_ path: String) throws {
    try check(sqlite3_open(path, &handle))
    try run(RawDatabase.pragmas)
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements that give no rows which anyone wants.
  func run(_ sql: String) throws { try check(sqlite3_exec(handle, sql, nil, nil, nil)) }

  func prepare(_ sql: String) throws -> RawStatement {
    var statement: OpaquePointer?
    try check(
      sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil))
    guard let statement else { throw BenchError("Nothing to prepare in \(sql).") }
    return RawStatement(statement)
  }

  /// The first column of the first row as a number.
  func number(_ sql: String) throws -> Int {
    let statement = try prepare(sql)
    guard try statement.step() else { throw BenchError("No row from \(sql).") }
    return Int(statement.integer(0))
  }

  private func check(_ code: Int32) throws {
    guard code != SQLITE_OK else { return }
    throw BenchError(handle.map { String(cString: sqlite3_errmsg($0)) } ?? "SQLite \(code)")
  }
}

/// A prepared statement of a ``RawDatabase``.
final class RawStatement {
  fileprivate let handle: OpaquePointer

  init(_ handle: OpaquePointer) { self.handle = handle }

  deinit { sqlite3_finalize(handle) }

  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw BenchError(String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))))
    }
  }

  /// Runs it to its end and makes it ready for the next run.
  func run() throws {
    defer { sqlite3_reset(handle) }
    _ = try step()
  }

  func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  var columnCount: Int { Int(sqlite3_column_count(handle)) }

  func text(_ column: Int32) -> String {
    sqlite3_column_text(handle, column).map { String(cString: $0) } ?? ""
  }

  /// What is in `column`, its bytes appended to `arena`.
  func cell(_ column: Int32, appendingTo arena: inout [UInt8]) -> RawCell {
    switch sqlite3_column_type(handle, column) {
    case SQLITE_NULL: return .null
    case SQLITE_INTEGER: return .integer(sqlite3_column_int64(handle, column))
    case let type:
      let bytes = UnsafeRawBufferPointer(
        start: sqlite3_column_blob(handle, column),
        count: Int(sqlite3_column_bytes(handle, column)))
      let place = arena.count
      arena.append(contentsOf: bytes)
      return type == SQLITE_TEXT ? .text(place, bytes.count) : .blob(place, bytes.count)
    }
  }

  /// Binds a cell, whose bytes stay in `arena` until the statement has been run.
  func bind(_ index: Int32, _ cell: RawCell, _ arena: UnsafeRawBufferPointer) {
    switch cell {
    case .null: sqlite3_bind_null(handle, index)
    case .integer(let value): sqlite3_bind_int64(handle, index, value)
    case .text(let place, let count):
      let start = arena.baseAddress?.advanced(by: place).assumingMemoryBound(to: CChar.self)
      sqlite3_bind_text(handle, index, start, Int32(count), nil)
    case .blob(let place, let count):
      sqlite3_bind_blob(handle, index, arena.baseAddress?.advanced(by: place), Int32(count), nil)
    }
  }
}

/// A value that lies ready to be bound.
enum RawCell {
  case null
  case integer(Int64)
  case text(Int, Int)
  case blob(Int, Int)
}
