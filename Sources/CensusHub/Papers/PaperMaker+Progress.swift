import CensusAPI
import CensusDomain
import CensusReports

/// A hazard in a township.
private struct Place: Hashable {
  let hazard: Hazard
  let town: String
}

extension PaperMaker {
  /// The week that ends with `day`.
  func weekly(
    _ office: PaperOffice, _ snapshot: PaperSnapshot, _ state: DayState, _ day: CivilDate
  ) throws -> Paper {
    let moment = snapshot.moment
    let previous = CivilDate(dayNumber: day.dayNumber - 7)
    let input = WeeklyInput(
      progress: try progress(state, day, since: previous, at: moment),
      events: try entryEvents(after: Timestamp.end(of: previous), upTo: moment),
      devices: try deviceSyncs(upTo: day), history: try history(state, day))
    return WeeklyReport(input).paper(office: office, snapshot: snapshot)
  }

  /// The month that `day` lies in, up to `day`.
  func monthly(
    _ office: PaperOffice, _ snapshot: PaperSnapshot, _ state: DayState, _ day: CivilDate
  ) throws -> Paper {
    let first = day.firstOfMonth
    let previous = CivilDate(dayNumber: first.dayNumber - 1)
    let input = MonthlyInput(
      progress: try progress(state, day, since: previous, at: snapshot.moment),
      inventoryChanges: try inventoryChanges(from: first, to: day),
      quality: try qualityOutcomes(from: first, to: day),
      activities: try activities(upTo: day), cost: try hub.costInput(records, asOf: day))
    return MonthlyReport(input).paper(office: office, snapshot: snapshot)
  }

  private func progress(
    _ state: DayState, _ day: CivilDate, since previous: CivilDate, at moment: Timestamp
  ) throws -> ProgressInput {
    let former = try days.state(previous)
    let comparison = try ProgressComparison(
      records, from: Timestamp.end(of: previous), to: moment, applicable: applicable)
    var checked: [Place: Int] = [:]
    for cell in state.recordedWithEntries {
      checked[Place(hazard: cell.hazard, town: cell.town), default: 0] += cell.count
    }
    func version(_ state: DayState) -> Int? {
      state.inventoryVersion > 0 ? state.inventoryVersion : nil
    }
    let span = settings.span(around: day)
    return ProgressInput(
      asOf: day, previous: previous, district: hub.district.digits,
      districtName: hub.districtName,
      terms: ProgressTerms(
        applicable: applicable, targetRate: settings.target, surveyStart: span.start,
        deadline: span.deadline),
      townNames: towns, inventoryVersion: version(state), previousVersion: version(former),
      cells: state.cells, previousCells: former.cells,
      checked: checked.map { place, count in
        CheckedCount(hazard: place.hazard, town: place.town, count: count)
      }, changes: comparison.counts)
  }

  private func entryEvents(after start: Timestamp, upTo end: Timestamp) throws -> [EntryEvents] {
    var events: [Place: EntryEvents] = [:]
    func note(_ found: [PeriodEvent], _ count: WritableKeyPath<EntryEvents, Int>) {
      for event in found {
        guard let hazard = event.subject?.hazard else { continue }
        let place = Place(hazard: hazard, town: event.town)
        events[place, default: EntryEvents(hazard: hazard, town: event.town)][
          keyPath: count] += 1
      }
    }
    note(try records.periods.returns(after: start, upTo: end), \.returned)
    note(try records.periods.lateArrivals(after: start, upTo: end), \.late)
    return events.values.sorted { ($0.hazard.rawValue, $0.town) < ($1.hazard.rawValue, $1.town) }
  }

  /// The devices that are in use; what they sent after `day` is not told of it.
  func deviceSyncs(upTo day: CivilDate) throws -> [DeviceSync] {
    try records.devices.list(within: hub.district).filter { !$0.isRevoked }.map { device in
      // Of a past day only the newest sync is known, and it may be later.
      let last = [device.lastSeen, device.declared?.at].compactMap { $0 }.max()?.officeDay
      return DeviceSync(
        device: device.identity.id.description, surveyor: device.identity.surveyor,
        enrolled: settings.span(around: day).start, lastSync: last.map { min($0, day) })
    }
  }

  /// What was done by the end of each week before `day`, and of each day in between that was kept.
  private func history(_ state: DayState, _ day: CivilDate) throws -> DoneHistory {
    let start = settings.span(around: day).start
    var weeks: [(CivilDate, DayState)] = []
    for week in stride(from: PaperMaker.weeksOfHistory, through: 1, by: -1) {
      let end = CivilDate(dayNumber: day.dayNumber - 7 * week)
      if end >= start { weeks.append((end, try days.state(end))) }
    }
    weeks.append((day, state))
    let kept = try days.sums(from: start, to: day)
    return DoneHistoryBuilder(applicable: applicable, start: start, end: day)
      .history(weeks: weeks, kept: kept)
  }

  /// As many weeks as a pace is taken from.
  private static let weeksOfHistory = 4

  private func inventoryChanges(
    from first: CivilDate, to last: CivilDate
  ) throws -> [InventoryChange] {
    var changes: [InventoryChange] = []
    let newest = try records.inventory.newest(upTo: Timestamp.end(of: last))
    for number in stride(from: newest, to: 0, by: -1) {
      guard let version = try records.inventory.find(number),
        version.frozenAt.officeDay >= first
      else { break }
      let difference = try InventoryDifference(records, of: number)
      for hazard in applicable {
        let change = InventoryChange(
          day: version.frozenAt.officeDay, version: number, hazard: hazard,
          added: difference.added.count { $0.hazard == hazard },
          removed: difference.removed.count { $0.hazard == hazard }, reason: version.reason)
        if change.added > 0 || change.removed > 0 { changes.append(change) }
      }
    }
    return changes
  }

  private func qualityOutcomes(
    from first: CivilDate, to last: CivilDate
  ) throws -> [QualityOutcome] {
    try records.quality.list().filter { $0.day >= first && $0.day <= last }
      .map { draw in
        let report = QualityReport(try hub.qualityInput(records, draw))
        let tally = report.total.tally
        return QualityOutcome(
          draw: draw.number, day: draw.day, level: PaperMaker.name(of: draw.level),
          objects: tally.checked,
          indicators: tally.indicators, wrong: tally.wrong,
          rate: tally.rate(report.input.method, limit: report.input.limit),
          verdict: report.total.verdict.name, isPassed: report.total.verdict == .passed)
      }
  }

  private static func name(of level: ReviewLevel) -> LocalizedText {
    switch level {
    case .county: LocalizedText(zh: "县级", en: "County")
    case .city: LocalizedText(zh: "市级", en: "City")
    }
  }

  private func activities(upTo day: CivilDate) throws -> [MonthlyActivity] {
    let year = CivilDate(year: day.parts.year, month: 1, day: 1)
    return try records.ledger.activities(LedgerQuery(from: year, to: day)).compactMap {
      activity in
      guard let kind = MonthlyActivity.Kind(rawValue: activity.kind.rawValue) else { return nil }
      return MonthlyActivity(
        kind: kind, day: activity.date, title: activity.title, organiser: activity.organiser,
        place: activity.place, people: activity.count,
        counts: kind == .publicity || ActivityCount.isAbove(county: activity.organiser))
    }
  }
}
