import CensusAPI
import CensusDomain
import CensusHub
import CensusSQLite
import GRDB

/// The current rows of `inventoryHistory` beside `item`, and the entries with their last review.
final class ExportTable: ExportRecords {
  private let db: Database
  private let findEntries: LazyStatement

  init(_ db: Database) {
    self.db = db
    findEntries = LazyStatement(
      db,
      """
      SELECT \(EntryTable.columns), (
        SELECT max(at) FROM review WHERE review.entry = entry.id AND review.revision = entry.headHash)
      FROM entry WHERE objectCode = ? AND form = ? ORDER BY headCursor
      """)
  }

  func visit(
    after place: ExportPlace?, within region: RegionCode?, hazard: Hazard?,
    _ body: (SurveyedObject) throws -> Bool
  ) throws {
    let range = RegionRange(region)
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT history.*, item.stage, item.author
        FROM inventoryHistory AS history JOIN item USING (objectCode, hazard)
        WHERE (history.objectCode, history.hazard) > (?, ?) AND history.until IS NULL
          AND history.townCode >= ? AND history.townCode < ? AND history.hazard = coalesce(?, history.hazard)
        ORDER BY history.objectCode, history.hazard
        """,
      arguments: [
        place?.objectCode ?? "", place?.hazard.rawValue ?? "", range.from, range.below,
        hazard?.rawValue,
      ])
    while let row = try rows.next() {
      let found = SurveyedObject(
        object: try InventoryObject(row), stage: Stage(rawValue: row["stage"]) ?? .none,
        author: row["author"])
      guard try body(found) else { return }
    }
  }

  func count(within region: RegionCode?, hazard: Hazard?) throws -> Int {
    let range = RegionRange(region)
    return try Int.fetchOne(
      db,
      sql: """
        SELECT count(*) FROM item WHERE townCode >= ? AND townCode < ? AND hazard = coalesce(?, hazard)
        """, arguments: [range.from, range.below, hazard?.rawValue]) ?? 0
  }

  func entries(of object: String, form: String) throws -> [ReviewedEntry] {
    let statement = try findEntries.ready()
    statement.bind(1, object)
    statement.bind(2, form)
    defer { statement.reset() }
    var found: [ReviewedEntry] = []
    while try statement.step() {
      found.append(
        ReviewedEntry(
          entry: try StoredEntry(statement),
          reviewedAt: statement.isNull(12)
            ? nil : Timestamp(milliseconds: statement.integer(12))))
    }
    return found
  }
}
