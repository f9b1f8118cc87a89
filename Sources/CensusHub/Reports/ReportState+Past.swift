import CensusAPI
import CensusDomain
import CensusReports
import GRDB

extension ReportState {
  /// The state at the end of a past day, recounted from what was received and decided until then.
  static func past(
    _ db: Database, at moment: Timestamp, for caller: Caller
  ) throws -> ReportState {
    var state = ReportState()
    let version = try Int.fetchOne(
      db, sql: "SELECT max(version) FROM inventoryVersion WHERE frozenAt <= ?",
      arguments: [moment.milliseconds])
    try state.readInventory(db, version: version ?? 0)
    let count = try StageCount(db, at: moment)
    let objects = try InventoryStore.objects(db, version: version ?? 0)
    state.cells = count.cells(of: objects.filter { caller.reaches(town: $0.townCode) })
    let listed = Set(objects.flatMap { object in object.forms.map { [object.objectCode, $0] } })
    for entry in count.entries where caller.reaches(town: entry.town) {
      if !listed.contains([entry.object, entry.form]) { state.unlisted += 1 }
      if entry.standing == .conflict { state.openConflicts += 1 }
    }
    state.snapshot = try AuditHead.hash(db, at: moment).description
    return state
  }
}

extension Caller {
  func reaches(town: String) -> Bool { region.map { town.hasPrefix($0.digits) } ?? true }
}
