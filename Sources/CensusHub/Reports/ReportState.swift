import CensusAPI
import CensusDomain
import CensusReports
import GRDB

/// What a completion report counts, as it stood at one moment.
struct ReportState {
  var cells: [CompletionCell] = []
  var inventory: InventorySummary?
  var frozenOn: CivilDate?
  var unlisted = 0
  var openConflicts = 0
  var snapshot = ""

  /// The hazards that the inventory has objects of.
  var hazards: [Hazard] { inventory?.hazards.map(\.hazard) ?? [] }
}

extension ReportState {
  /// The present, read from sums that are kept up to date; its cost does not grow with the survey.
  static func present(_ db: Database, for caller: Caller) throws -> ReportState {
    let range = caller.codeRange
    var state = ReportState()
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM progress WHERE count > 0 AND townCode >= ? AND townCode < ?
        ORDER BY hazard, townCode, author, stage
        """, arguments: [range.from, range.below])
    state.cells = try rows.map { row in
      CompletionCell(
        hazard: try row.hazard("hazard"), town: row["townCode"], surveyor: row["author"],
        stage: Stage(rawValue: row["stage"]) ?? .none, count: row["count"])
    }
    try state.readInventory(db, version: try InventoryStore.newest(db))
    state.unlisted =
      try Int.fetchOne(
        db,
        sql: "SELECT count(*) FROM entry WHERE isListed = 0 AND townCode >= ? AND townCode < ?",
        arguments: [range.from, range.below]) ?? 0
    state.openConflicts =
      try Int.fetchOne(
        db,
        sql: """
          SELECT count(*) FROM entry WHERE standing = 'conflict' AND townCode >= ? AND townCode < ?
          """, arguments: [range.from, range.below]) ?? 0
    state.snapshot = try AuditHead.hash(db).description
    return state
  }

  mutating func readInventory(_ db: Database, version: Int) throws {
    guard version > 0 else { return }
    inventory = try InventoryStore.summary(db, version: version)
    frozenOn = try Int64.fetchOne(
      db, sql: "SELECT frozenAt FROM inventoryVersion WHERE version = ?", arguments: [version]
    ).map { Timestamp(milliseconds: $0).officeDay }
  }
}
