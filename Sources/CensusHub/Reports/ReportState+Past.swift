import CensusAPI
import CensusDomain
import CensusReports

extension ReportState {
  /// The state at the end of a past day, recounted from what was received and decided until then.
  static func past(
    _ records: any CentralTransaction, at moment: Timestamp, for caller: Caller
  ) throws -> ReportState {
    var state = ReportState()
    let version = try records.inventory.newest(upTo: moment)
    try state.readInventory(records, version: version)
    let count = try StageCount(records, at: moment)
    let objects = try records.inventory.objects(version)
    state.cells = count.cells(of: objects.filter { caller.reaches(town: $0.townCode) })
    let listed = Set(objects.flatMap { object in object.forms.map { [object.objectCode, $0] } })
    for entry in count.entries.values where caller.reaches(town: entry.town) {
      if !listed.contains([entry.object, entry.form]) { state.unlisted += 1 }
      if entry.standing == .conflict { state.openConflicts += 1 }
    }
    state.snapshot = try records.audit.head(at: moment).description
    return state
  }
}

extension Caller {
  func reaches(town: String) -> Bool { region.map { town.hasPrefix($0.digits) } ?? true }
}
