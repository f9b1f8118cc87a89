import CensusSQLite
import GRDB

/// A statement that is prepared once in a transaction, when it is first needed.
final class LazyStatement {
  private let db: Database
  private let sql: String
  private var statement: HotStatement?

  init(_ db: Database, _ sql: String) {
    self.db = db
    self.sql = sql
  }

  /// The statement, ready to be bound and run.
  func ready() throws -> HotStatement {
    if let statement { return statement }
    let prepared = try HotStatement(db, sql)
    statement = prepared
    return prepared
  }
}
