import CensusAPI
import CensusDomain
import CensusReports

extension FigureTracer {
  /// Objects that passed the self-check on the device, received ones included.
  func selfChecked(_ hazard: Hazard?, _ town: String?, _ day: CivilDate) throws -> Found {
    let count = try StageCount(records, at: moment(day))
    return try objects(
      count, day,
      LocalizedText(zh: "已自检的对象。", en: "Objects that are self-checked.")
    ) { object in
      FigureTracer.isMeant(object, hazard, town)
        && (count.stage(of: object).stage >= .received || count.isRecordedWithEntries(object))
    }
  }

  /// Objects that changed from the end of one day to the end of another.
  func changes(
    _ kinds: [ProgressChange.Kind], _ hazard: Hazard?, _ town: String?, _ from: CivilDate,
    _ to: CivilDate
  ) throws -> Found {
    let comparison = try ProgressComparison(
      records, from: Timestamp.end(of: from), to: moment(to), applicable: maker.applicable)
    var found = Found(
      explanation: LocalizedText(
        zh: "\(from) 日终至 \(to) 日终之间有此变化的对象。",
        en: "Objects that changed so from the end of \(from) to the end of \(to)."),
      columns: [Self.object, Self.name, Self.hazard, Self.town, Self.change])
    for each in comparison.changed
    where kinds.contains(each.kind) && FigureTracer.isMeant(each.object, hazard, town) {
      found.rows.append([
        each.object.objectCode, each.object.name, each.object.hazard.rawValue,
        each.object.townCode, each.kind.rawValue,
      ])
    }
    return found
  }

  /// Reviews that returned an entry, or entries that came late, within a period.
  func entries(_ event: EntryEvents.Kind, _ from: CivilDate, _ to: CivilDate) throws -> Found {
    let start = Timestamp.end(of: from)
    let events =
      switch event {
      case .returned: try records.periods.returns(after: start, upTo: moment(to))
      case .late: try records.periods.lateArrivals(after: start, upTo: moment(to))
      }
    var found = Found(
      explanation: event == .returned
        ? LocalizedText(zh: "期内退回的记录。", en: "Entries that were returned in the period.")
        : LocalizedText(
          zh: "期前已定稿、期内才收到的记录。",
          en: "Entries that came in the period and were final before it."),
      columns: [
        LocalizedText(zh: "记录", en: "entry"), Self.object, LocalizedText(zh: "调查表", en: "form"),
        Self.town, LocalizedText(zh: "时间", en: "time"), LocalizedText(zh: "人员", en: "by"),
      ])
    for event in events {
      guard let hazard = event.subject?.hazard, maker.settings.notApplicable[hazard] == nil else {
        continue
      }
      found.rows.append([
        event.entry.description, event.object, event.form, event.town, event.at.iso8601,
        event.author,
      ])
    }
    return found
  }

  /// Objects that versions of the inventory added or took away within a period.
  func inventory(
    _ hazard: Hazard?, _ version: Int?, _ from: CivilDate, _ to: CivilDate
  ) throws -> Found {
    var found = Found(
      explanation: LocalizedText(
        zh: "\(from) 至 \(to) 冻结的底册版本中增减的对象。",
        en: "Objects that versions frozen from \(from) to \(to) added or took away."),
      columns: [LocalizedText(zh: "版本", en: "version"), Self.object, Self.hazard, Self.change])
    let newest = try records.inventory.newest(upTo: moment(to))
    for number in stride(from: 1, through: newest, by: 1) where version ?? number == number {
      guard let frozen = try records.inventory.find(number)?.frozenAt.officeDay, frozen >= from
      else { continue }
      let difference = try InventoryDifference(records, of: number)
      for (keys, sign) in [(difference.added, "+1"), (difference.removed, "-1")] {
        for key in keys where hazard ?? key.hazard == key.hazard {
          found.rows.append([String(number), key.objectCode, key.hazard.rawValue, sign])
        }
      }
    }
    return found
  }
}
