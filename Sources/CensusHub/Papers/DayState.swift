import CensusAPI
import CensusDomain
import CensusJSON
import CensusReports

/// What a report counts at one moment, in a shape that is kept for each day.
struct DayState: Sendable, Hashable {
  /// The version of the inventory; 0 where none was frozen.
  var inventoryVersion = 0
  /// The head of the audit chain.
  var auditHead = ""
  /// Entries for objects that the inventory does not ask for.
  var unlisted = 0
  /// Conflicts that nobody has settled.
  var openConflicts = 0
  /// How many objects stand where.
  var cells: [CompletionCell] = []
  /// Of those at stage ``Stage/recorded``, the ones for each of whose forms there is an entry.
  var recordedWithEntries: [CompletionCell] = []

  /// The sums by hazard, each by stage from ``Stage/none`` on, of objects exactly there.
  var sums: [Hazard: [Int]] {
    var sums: [Hazard: [Int]] = [:]
    for cell in cells {
      sums[cell.hazard, default: Array(repeating: 0, count: Stage.allCases.count)][
        cell.stage.rawValue] += cell.count
    }
    return sums
  }
}

extension DayState {
  /// The present.
  static func present(_ records: any CentralTransaction) throws -> DayState {
    func cell(_ count: ProgressCount) -> CompletionCell {
      CompletionCell(
        hazard: count.hazard, town: count.town, surveyor: count.author, stage: count.stage,
        count: count.count)
    }
    return DayState(
      inventoryVersion: try records.inventory.newest(),
      auditHead: try records.audit.head().description,
      unlisted: try records.progress.unlisted(within: nil),
      openConflicts: try records.progress.openConflicts(within: nil),
      cells: try records.progress.list(within: nil).map(cell),
      recordedWithEntries: try records.progress.recordedWithEntries(within: nil).map(cell))
  }

  /// The state at `moment`, counted from what was received and decided until then.
  static func past(_ records: any CentralTransaction, at moment: Timestamp) throws -> DayState {
    let version = try records.inventory.newest(upTo: moment)
    let objects = try records.inventory.objects(version)
    let count = try StageCount(records, at: moment)
    var state = DayState(
      inventoryVersion: version, auditHead: try records.audit.head(at: moment).description,
      cells: count.cells(of: objects),
      recordedWithEntries: count.cells(of: objects.filter(count.isRecordedWithEntries)))
    let listed = Set(objects.flatMap { object in object.forms.map { [object.objectCode, $0] } })
    for entry in count.entries.values {
      if !listed.contains([entry.object, entry.form]) { state.unlisted += 1 }
      if entry.standing == .conflict { state.openConflicts += 1 }
    }
    return state
  }
}

extension DayState {
  /// The state as it is kept.
  func stored(_ day: CivilDate) throws -> StoredDay {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("inventoryVersion")
    writer.integer(inventoryVersion)
    writer.key("auditHead")
    writer.string(auditHead)
    writer.key("unlisted")
    writer.integer(unlisted)
    writer.key("openConflicts")
    writer.integer(openConflicts)
    writer.key("cells")
    DayState.write(cells, to: &writer)
    writer.key("recordedWithEntries")
    DayState.write(recordedWithEntries, to: &writer)
    writer.endObject()
    let json = writer.bytes
    let sums = try OperationCoding.encode(self.sums)
    return StoredDay(day: day, hash: ContentHash.sha256(of: json + sums), json: json, sums: sums)
  }

  /// Reads what is kept; nil where it is not what was written.
  init?(_ stored: StoredDay) {
    guard stored.isIntact else { return nil }
    let parser = JSONParser()
    guard let node = try? parser.parse(stored.json) else { return nil }
    self = withExtendedLifetime(parser) {
      DayState(
        inventoryVersion: node[member: "inventoryVersion"]?.int64.map { Int($0) } ?? 0,
        auditHead: node[member: "auditHead"]?.string ?? "",
        unlisted: node[member: "unlisted"]?.int64.map { Int($0) } ?? 0,
        openConflicts: node[member: "openConflicts"]?.int64.map { Int($0) } ?? 0,
        cells: DayState.cells(node[member: "cells"]),
        recordedWithEntries: DayState.cells(node[member: "recordedWithEntries"]))
    }
  }

  private static func write(_ cells: [CompletionCell], to writer: inout JSONWriter) {
    writer.beginArray()
    for cell in cells {
      writer.beginArray()
      writer.string(cell.hazard.rawValue)
      writer.string(cell.town)
      writer.string(cell.surveyor)
      writer.integer(cell.stage.rawValue)
      writer.integer(cell.count)
      writer.endArray()
    }
    writer.endArray()
  }

  private static func cells(_ node: JSONNode?) -> [CompletionCell] {
    guard let node else { return [] }
    return node.elements.compactMap { row in
      let parts = Array(row.elements)
      guard parts.count == 5, let hazard = parts[0].string.flatMap(Hazard.init),
        let stage = parts[3].int64.flatMap({ Stage(rawValue: Int($0)) }),
        let town = parts[1].string, let surveyor = parts[2].string, let count = parts[4].int64
      else { return nil }
      return CompletionCell(
        hazard: hazard, town: town, surveyor: surveyor, stage: stage, count: Int(count))
    }
  }
}

extension StoredDay {
  /// Whether the counts are those that were kept.
  var isIntact: Bool { ContentHash.sha256(of: json + sums) == hash }
}
