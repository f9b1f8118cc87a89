import CensusDomain
import CensusReports
import Testing

@Suite("A year of weekly and monthly papers from a scripted census")
struct YearTests {
  private func day(_ number: Int) -> CivilDate {
    CivilDate(dayNumber: ScriptedCensus.start.dayNumber + number - 1)
  }

  /// The cells whose count is not what their source names.
  private func miscounts(_ sections: [PaperSection], _ recount: Recount) -> [String] {
    sections.flatMap { section in
      section.grid.placed.compactMap { place, cell -> String? in
        guard case .count(let count) = cell.value, let source = cell.source,
          let counted = recount.count(source)
        else { return nil }
        // Tables of changes show what is taken away below zero.
        let isOfChanges = section.id.hasPrefix("done-") || section.id.hasPrefix("objects-")
        let shown = isOfChanges ? abs(count) : count
        return shown == counted || isDerived(section, place)
          ? nil : "\(section.id) \(place): \(count), \(counted)"
      }
    }
  }

  /// Whether a cell only rests on the line: what is asked for later, and what is missing.
  private func isDerived(_ section: PaperSection, _ place: CellPlace) -> Bool {
    section.id.hasPrefix("pace-") && [5, 6, 7].contains(place.column) || section.id == "plan"
  }

  @Test(
    "52 weeks: each change is explained, each week begins where the last one ended",
    arguments: 1...2)
  func weeks(seed: UInt64) {
    let census = ScriptedCensus(seed: seed, days: 364)
    let recount = Recount(census: census)
    let history = census.history
    var last: ProgressSummary?
    var explained = 0
    for week in 1...52 {
      let report = WeeklyReport(census.weekly(endingOn: day(7 * week), history: history))
      let sections = report.sections
      let check = PaperCheck(sections: sections)
      #expect(check.faults.isEmpty, "week \(week)")
      #expect(check.wrongSums(in: PaperCheck.tablesOfParts).isEmpty, "week \(week)")
      #expect(miscounts(sections, recount).isEmpty, "week \(week)")
      let progress = report.progress
      for row in progress.places + progress.towns + progress.hazards + [progress.total] {
        #expect(row.unexplainedObjects == 0 && row.unexplainedDone == 0, "week \(week)")
      }
      #expect(
        progress.total.before.funnel == last?.total.now.funnel ?? progress.total.before.funnel)
      explained += progress.total.bridge.effectOnDone
      #expect(explained == census.listed(on: day(7 * week)).count(where: \.isDone))
      last = progress
    }
    #expect(explained > 30)
  }

  @Test("Twelve months: states add up, and the inventory's changes are those of the denominator")
  func months() {
    let census = ScriptedCensus(seed: 4, days: 365)
    let recount = Recount(census: census)
    var previous = day(0)
    for month in 1...12 {
      let end = Samples.day(month, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1])
      let report = MonthlyReport(
        MonthlyInput(
          progress: census.progress(from: previous, to: end),
          inventoryChanges: census.versions.flatMap { version in
            ScriptedCensus.hazards.map { hazard in
              InventoryChange(
                day: version.day, version: version.number, hazard: hazard,
                added: version.added.count { $0 == hazard },
                removed: version.removed.count { $0 == hazard }, reason: "核实")
            }
          }, cost: Samples.cost(end, [])))
      let sections = report.sections
      let check = PaperCheck(sections: sections)
      #expect(check.faults.isEmpty, "month \(month)")
      #expect(check.wrongSums(in: PaperCheck.tablesOfParts).isEmpty, "month \(month)")
      #expect(miscounts(sections, recount).isEmpty, "month \(month)")
      let inventory = sections.first { $0.id == "inventory" }
      #expect(inventory?.remarks.isEmpty ?? true, "month \(month)")
      previous = end
    }
  }
}
