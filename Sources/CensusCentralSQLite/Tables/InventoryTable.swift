import CensusAPI
import CensusDomain
import CensusHub
import CensusSQLite
import GRDB

/// The tables `inventoryVersion` and `inventoryHistory`, and what they make of `item`.
final class InventoryTable: InventoryRecords {
  private let db: Database
  private let cursors: CursorCounter
  private let items: ItemTable
  private let endRow: LazyStatement
  private let insertRow: LazyStatement

  init(_ db: Database, _ cursors: CursorCounter) {
    self.db = db
    self.cursors = cursors
    items = ItemTable(db)
    endRow = LazyStatement(
      db,
      """
      UPDATE inventoryHistory SET until = ?
      WHERE objectCode = ? AND hazard = ? AND until IS NULL
      """)
    insertRow = LazyStatement(
      db,
      """
      INSERT INTO inventoryHistory (
        objectCode, hazard, since, forms, name, townCode, longitude, latitude, shouldSurvey,
        excludeReason)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
  }

  func newest() throws -> Int {
    try Int.fetchOne(db, sql: "SELECT max(version) FROM inventoryVersion") ?? 0
  }

  func newest(upTo moment: Timestamp) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT max(version) FROM inventoryVersion WHERE frozenAt <= ?",
      arguments: [moment.milliseconds]) ?? 0
  }

  func find(_ number: Int) throws -> InventoryVersion? {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM inventoryVersion WHERE version = ?", arguments: [number])
    return try row.map { try InventoryVersion($0) }
  }

  func add(_ version: InventoryVersion) throws -> Int64 {
    let hazards = try OperationCoding.encode(version.hazards)
    return try cursors.next { cursor in
      try db.execute(
        sql: """
          INSERT INTO inventoryVersion (
            version, cursor, frozenAt, reason, added, removed, changed, hazards, hash)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          version.number, cursor, version.frozenAt.milliseconds, version.reason, version.added,
          version.removed, version.changed, String(decoding: hazards, as: UTF8.self),
          version.hash.data,
        ])
    }
  }

  func retire(_ object: InventoryObject, from number: Int) throws {
    let statement = try endRow.ready()
    statement.bind(1, number)
    statement.bind(2, object.objectCode)
    statement.bind(3, object.hazard.rawValue)
    try statement.run()
    try items.remove(object)
  }

  func enter(_ object: InventoryObject, from number: Int) throws {
    let statement = try insertRow.ready()
    statement.bind(1, object.objectCode)
    statement.bind(2, object.hazard.rawValue)
    statement.bind(3, number)
    statement.bind(4, object.formsText)
    statement.bind(particularsOf: object, from: 5)
    try statement.run()
    try items.add(object)
  }

  func visit(
    _ number: Int, after code: String, within region: RegionCode?,
    _ body: (InventoryObject) throws -> Bool
  ) throws {
    let range = RegionRange(region)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT * FROM inventoryHistory
        WHERE objectCode > ? AND since <= ? AND (until IS NULL OR until > ?2)
          AND townCode >= ? AND townCode < ?
        ORDER BY objectCode, hazard
        """, arguments: [code, number, range.from, range.below])
    while let row = try rows.next() {
      guard try body(try InventoryObject(row)) else { return }
    }
  }
}
