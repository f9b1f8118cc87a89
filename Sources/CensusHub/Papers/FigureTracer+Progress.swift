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
      guard hazard.map({ $0 == object.hazard }) ?? true,
        town.map({ $0 == object.townCode }) ?? true
      else { return false }
      return count.stage(of: object).stage >= .received || count.isRecordedWithEntries(object)
    }
  }

  /// Objects that changed from the end of one day to the end of another.
  func changes(
    _ kinds: [ProgressChange.Kind], _ hazard: Hazard?, _ town: String?, _ from: CivilDate,
    _ to: CivilDate
  ) throws -> Found {
    let settings = try SurveySettings(records)
    let comparison = try ProgressComparison(
      records, from: Timestamp.end(of: from), to: moment(to),
      applicable: Hazard.allCases.filter { settings.notApplicable[$0] == nil })
    var found = Found(
      explanation: LocalizedText(
        zh: "\(from) 日终至 \(to) 日终之间有此变化的对象。",
        en: "Objects that changed so from the end of \(from) to the end of \(to)."),
      columns: [Self.object, Self.name, Self.hazard, Self.town, Self.change])
    for each in comparison.changed where kinds.contains(each.kind) {
      guard hazard.map({ $0 == each.object.hazard }) ?? true,
        town.map({ $0 == each.object.townCode }) ?? true
      else { continue }
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
    let settings = try SurveySettings(records)
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
      guard let hazard = event.subject?.hazard, settings.notApplicable[hazard] == nil else {
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
      func listed(_ number: Int) throws -> Set<[String]> {
        guard number > 0 else { return [] }
        return Set(
          try records.inventory.objects(number)
            .filter { $0.shouldSurvey && (hazard ?? $0.hazard) == $0.hazard }
            .map { [$0.objectCode, $0.hazard.rawValue] })
      }
      let (now, before) = (try listed(number), try listed(number - 1))
      for key in now.subtracting(before).sorted(by: { $0[0] < $1[0] }) {
        found.rows.append([String(number), key[0], key[1], "+1"])
      }
      for key in before.subtracting(now).sorted(by: { $0[0] < $1[0] }) {
        found.rows.append([String(number), key[0], key[1], "-1"])
      }
    }
    return found
  }
}
