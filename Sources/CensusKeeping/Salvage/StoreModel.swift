import CensusSQLite
import Foundation
import GRDB

/// What tables and indexes of a kind of store hold and in which order, told by a new one in memory.
struct StoreModel {
  /// A column of a table.
  struct Column {
    let name: String
    let type: String
    let isNullable: Bool
  }

  /// A table.
  struct Table {
    let name: String
    let columns: [Column]
    /// Whether rows have numbers; the others are stored by their key.
    let isNumbered: Bool
    /// The column that is the row's number.
    let alias: Int?
    /// The columns of the key, for tables without numbered rows.
    let key: [Int]
    /// Which column each stored value is of.
    let stored: [Int]
  }

  /// An index: which column of its table each stored value is of; the row's number as -1.
  struct Index {
    let name: String
    let stored: [Int]
  }

  let tables: [Table]
  private let indexes: [String: [Index]]
  private let queue: DatabaseQueue

  init(_ kind: StoreKind) throws {
    let queue = try DatabaseQueue()
    try kind.migrator.migrate(queue)
    self.queue = queue
    var tables: [Table] = []
    var indexes: [String: [Index]] = [:]
    try queue.inDatabase { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      let names = try String.fetchAll(
        db,
        sql: """
          SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'
            AND name <> 'grdb_migrations' ORDER BY rowid
          """)
      for name in names {
        let (table, own) = try StoreModel.describe(db, name)
        tables.append(table)
        indexes[name] = own
      }
    }
    self.tables = tables
    self.indexes = indexes
  }

  /// The indexes of a table that have a tree of their own.
  func indexes(of table: Table) -> [Index] { indexes[table.name] ?? [] }

  /// Whether values can be a row of `table` by their kinds.
  func fits(_ values: [StoredValue], _ table: Table) -> Bool {
    guard !values.isEmpty, values.count <= table.stored.count else { return false }
    return zip(values, table.stored).allSatisfy { value, place in
      let column = table.columns[place]
      return switch value {
      case .null: column.isNullable || place == table.alias
      case .integer: column.type == "INTEGER" || column.type == "REAL"
      case .real: column.type == "REAL"
      case .text: column.type == "TEXT"
      case .blob: column.type == "BLOB"
      }
    }
  }

  /// Whether a new table takes all `rows`; nothing is kept.
  func takes(_ rows: [TableRow], _ table: Table) -> Bool {
    let isTaken = try? queue.inDatabase { db in
      var isTaken = true
      try db.inSavepoint {
        let writer = RowWriter(db, table)
        for row in rows where isTaken { isTaken = (try? writer.insert(row)) != nil }
        return .rollback
      }
      return isTaken
    }
    return isTaken ?? false
  }

  private static func describe(_ db: Database, _ name: String) throws -> (Table, [Index]) {
    let rows = try Row.fetchAll(db, sql: "SELECT * FROM pragma_table_info(?)", arguments: [name])
    // Where each column stands in the key; 0 for none.
    let ranks = rows.map { row -> Int in row["pk"] }
    let keys = ranks.indices.filter { ranks[$0] > 0 }.sorted { ranks[$0] < ranks[$1] }
    let columns = zip(rows, ranks).map { row, rank in
      let isRequired: Bool = row["notnull"]
      return Column(
        name: row["name"], type: row["type"], isNullable: !isRequired && rank == 0)
    }
    var indexes: [Index] = []
    var stored: [Int]?
    let list = try Row.fetchAll(
      db,
      sql: """
        SELECT list.name, list.origin, EXISTS (
          SELECT 1 FROM sqlite_master WHERE sqlite_master.name = list.name) AS hasTree
        FROM pragma_index_list(?) AS list
        """, arguments: [name])
    for row in list {
      let own: String = row["name"]
      let order = try Int.fetchAll(
        db, sql: "SELECT cid FROM pragma_index_xinfo(?) ORDER BY seqno", arguments: [own])
      // A computed value tells nothing of a column.
      guard !order.contains(-2) else { continue }
      // The key of a table without numbered rows is the table itself.
      if row["hasTree"] { indexes.append(Index(name: own, stored: order)) } else { stored = order }
    }
    let isNumbered = stored == nil
    let alias = isNumbered && keys.count == 1 && columns[keys[0]].type == "INTEGER" ? keys[0] : nil
    let table = Table(
      name: name, columns: columns, isNumbered: isNumbered, alias: alias,
      key: isNumbered ? [] : keys, stored: stored ?? Array(columns.indices))
    return (table, indexes)
  }
}

/// A row of a table as it was found; nil stands for a column that an older schema did not have.
struct TableRow {
  var rowid: Int64?
  var values: [StoredValue?]
}

/// Inserts rows into one table.
struct RowWriter {
  private let db: Database
  private let table: StoreModel.Table

  init(_ db: Database, _ table: StoreModel.Table) {
    self.db = db
    self.table = table
  }

  /// Inserts a row; columns that it lacks get their defaults.
  /// - Throws: `DatabaseError`, such as for a row that breaks a rule of the schema.
  func insert(_ row: TableRow) throws {
    let places = table.columns.indices.filter { row.values[$0] != nil || $0 == table.alias }
    let names = places.map { "\"\(table.columns[$0].name)\"" }.joined(separator: ", ")
    let marks = places.map { _ in "?" }.joined(separator: ", ")
    let statement = try HotStatement(
      db, "INSERT INTO \"\(table.name)\" (\(names)) VALUES (\(marks))")
    for (index, place) in places.enumerated() {
      let value = place == table.alias ? row.rowid.map { .integer($0) } : row.values[place]
      (value ?? .null).bind(to: statement, at: Int32(index + 1))
    }
    try statement.run()
  }
}
