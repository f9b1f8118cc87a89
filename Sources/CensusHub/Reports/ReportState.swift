import CensusAPI
import CensusDomain
import CensusReports

/// What a completion report counts, as it stood at one moment.
struct ReportState {
  var cells: [CompletionCell] = []
  var inventory: InventorySummary?
  var frozenOn: CivilDate?
  var unlisted = 0
  var openConflicts = 0
  var snapshot = ""
}

extension ReportState {
  /// The present, read from sums that are kept up to date; its cost does not grow with the survey.
  static func present(_ records: any CentralTransaction, for caller: Caller) throws -> ReportState {
    var state = ReportState()
    state.cells = try records.progress.list(within: caller.region).map { count in
      CompletionCell(
        hazard: count.hazard, town: count.town, surveyor: count.author, stage: count.stage,
        count: count.count)
    }
    try state.readInventory(records, version: try records.inventory.newest())
    state.unlisted = try records.progress.unlisted(within: caller.region)
    state.openConflicts = try records.progress.openConflicts(within: caller.region)
    state.snapshot = try records.audit.head().description
    return state
  }

  mutating func readInventory(_ records: any CentralTransaction, version: Int) throws {
    guard version > 0 else { return }
    let version = try records.inventory.find(version)
    inventory = InventorySummary(version)
    frozenOn = version?.frozenAt.officeDay
  }
}
