import CensusDomain
import GRDB
import GRDBSQLite

/// A prepared statement for hot paths: values go to SQLite without passing through GRDB's arguments.
///
/// Serves one connection inside one access to it; ends with it.
public final class HotStatement {
  private let handle: OpaquePointer
  private let database: OpaquePointer

  /// Prepares `sql` on the connection of `db`.
  /// - Throws: `DatabaseError`.
  public init(_ db: Database, _ sql: String) throws {
    guard let database = db.sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "The connection is closed.")
    }
    var statement: OpaquePointer?
    let code = sqlite3_prepare_v3(
      database, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    guard code == SQLITE_OK, let statement else {
      throw HotStatement.failure(database, code, sql)
    }
    handle = statement
    self.database = database
  }

  deinit { sqlite3_finalize(handle) }

  private static func failure(
    _ database: OpaquePointer, _ code: Int32, _ sql: String?
  ) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(database)),
      sql: sql)
  }

  /// Binds an integer at `index`, counted from 1.
  public func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(handle, index, value) }

  /// Binds an integer at `index`, counted from 1.
  public func bind(_ index: Int32, _ value: Int) { sqlite3_bind_int64(handle, index, Int64(value)) }

  /// Binds a number at `index`, or NULL.
  public func bind(_ index: Int32, _ value: Double?) {
    if let value { sqlite3_bind_double(handle, index, value) } else { bindNull(index) }
  }

  /// Binds NULL at `index`.
  public func bindNull(_ index: Int32) { sqlite3_bind_null(handle, index) }

  /// Binds a text; SQLite takes a copy.
  public func bind(_ index: Int32, _ text: String) {
    var copy = text
    copy.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        _ = sqlite3_bind_text(
          handle, index, characters.baseAddress ?? emptyText, Int32(characters.count), transient)
      }
    }
  }

  /// Binds UTF-8 that stays where it is until the statement has been run.
  public func bind(_ index: Int32, textInPlace bytes: UnsafeBufferPointer<UInt8>) {
    bytes.withMemoryRebound(to: CChar.self) { characters in
      _ = sqlite3_bind_text(
        handle, index, characters.baseAddress ?? emptyText, Int32(characters.count), nil)
    }
  }

  /// Binds bytes that stay where they are until the statement has been run.
  public func bind(_ index: Int32, blobInPlace bytes: UnsafeRawBufferPointer) {
    _ = sqlite3_bind_blob(handle, index, bytes.baseAddress, Int32(bytes.count), nil)
  }

  /// Binds an identifier's sixteen bytes.
  public func bind(_ index: Int32, _ id: UniqueID) { id.withUnsafeBytes { bind(index, blob: $0) } }

  /// Binds a hash's bytes, or NULL.
  public func bind(_ index: Int32, _ hash: ContentHash?) {
    guard let hash else { return bindNull(index) }
    hash.withUnsafeBytes { bind(index, blob: $0) }
  }

  /// Binds bytes; SQLite takes a copy.
  public func bind(_ index: Int32, blob bytes: [UInt8]) {
    bytes.withUnsafeBytes { copy in
      // A null pointer would bind NULL where no bytes are meant.
      if copy.isEmpty {
        _ = sqlite3_bind_zeroblob(handle, index, 0)
      } else {
        bind(index, blob: copy)
      }
    }
  }

  /// Binds bytes; SQLite takes a copy.
  private func bind(_ index: Int32, blob bytes: UnsafeRawBufferPointer) {
    _ = sqlite3_bind_blob(handle, index, bytes.baseAddress, Int32(bytes.count), transient)
  }

  /// Runs the statement to its first row; true if there is one.
  /// - Throws: `DatabaseError`.
  public func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code:
      throw HotStatement.failure(database, code, sqlite3_sql(handle).map { String(cString: $0) })
    }
  }

  /// Runs a statement that gives no rows and makes it ready for the next.
  /// - Throws: `DatabaseError`.
  public func run() throws {
    defer { reset() }
    _ = try step()
  }

  /// The row that the connection inserted last; cheaper than `RETURNING`, which makes a table of it.
  public var insertedRow: Int64 { sqlite3_last_insert_rowid(database) }

  /// Makes the statement ready for the next run; bindings stay.
  public func reset() { sqlite3_reset(handle) }

  /// The integer in `column`, counted from 0.
  public func integer(_ column: Int32) -> Int64 { sqlite3_column_int64(handle, column) }

  /// The text in `column`; empty for NULL.
  public func text(_ column: Int32) -> String {
    guard let characters = sqlite3_column_text(handle, column) else { return "" }
    return String(cString: characters)
  }

  /// The bytes in `column`, valid until the next step or reset.
  public func blob(_ column: Int32) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(
      start: sqlite3_column_blob(handle, column), count: Int(sqlite3_column_bytes(handle, column)))
  }

  /// The hash in `column`; nil for NULL.
  public func hash(_ column: Int32) -> ContentHash? { ContentHash(bytes: blob(column)) }

  /// Whether `column` is NULL.
  public func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(handle, column) == SQLITE_NULL
  }
}

/// Tells SQLite to copy what it is given; the header's own cast macro is not importable.
private let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

/// A null pointer would bind NULL where an empty text is meant.
nonisolated(unsafe) private let emptyText: UnsafePointer<CChar> = {
  let pointer = UnsafeMutablePointer<CChar>.allocate(capacity: 1)
  pointer.initialize(to: 0)
  // Allocated once for the life of the process and never written again.
  return UnsafePointer(pointer)
}()

@available(*, unavailable)
extension HotStatement: Sendable {}
