import CensusDomain
import CensusReports
import Testing

@Suite("Progress over a period, whatever the counts")
struct ProgressPropertyTests {
  @Test("Parts equal wholes, funnels never grow, and rates are rates", arguments: 0..<300)
  func parts(seed: UInt64) {
    let summary = ProgressSummary(Samples.randomProgress(seed: seed))
    for rows in [summary.places, summary.towns, summary.hazards] {
      for stage in Stage.allCases {
        let sum = rows.reduce(0) { $0 + $1.now.funnel.reached(stage) }
        #expect(sum == summary.total.now.funnel.reached(stage))
      }
      #expect(rows.reduce(0) { $0 + $1.now.selfChecked } == summary.total.now.selfChecked)
      #expect(
        rows.reduce(0) { $0 + $1.bridge.effectOnDone } == summary.total.bridge.effectOnDone)
    }
    for row in summary.places + summary.towns + summary.hazards + [summary.total] {
      let funnel = row.now.funnel
      let counts = [
        funnel.shouldSurvey, funnel.recorded, row.now.selfChecked, funnel.received,
        funnel.countyPassed, funnel.cityPassed, 0,
      ]
      #expect(counts == counts.sorted(by: >))
      #expect((row.rate.ratio == nil) == (funnel.shouldSurvey == 0))
      #expect(row.rate.ratio.map { (0.0...1.0).contains($0.value) } ?? true)
      #expect(
        row.previousRate.done + row.bridge.effectOnDone + row.unexplainedDone == row.rate.done)
    }
  }

  @Test("Equal rates share a rank, and a rank is one more than the rows above", arguments: 0..<100)
  func ranks(seed: UInt64) {
    let towns = ProgressSummary(Samples.randomProgress(seed: seed)).towns
    for town in towns {
      guard town.rate.shouldSurvey > 0 else {
        #expect(town.rank == nil)
        continue
      }
      let above = towns.count {
        $0.rate.done * town.rate.shouldSurvey > town.rate.done * $0.rate.shouldSurvey
      }
      #expect(town.rank == above + 1)
    }
  }

  @Test("Every table of the weekly paper holds together", arguments: 0..<100)
  func weekly(seed: UInt64) {
    let input = Samples.randomProgress(seed: seed)
    var random = SeededGenerator(seed: seed)
    let report = WeeklyReport(
      WeeklyInput(
        progress: input,
        history: Samples.history(
          (0..<60).map { _ in Int.random(in: 0...40, using: &random) }, endingOn: input.asOf)))
    let check = PaperCheck(sections: report.sections)
    #expect(check.faults.isEmpty)
    #expect(check.wrongSums(in: PaperCheck.tablesOfParts).isEmpty)
  }

  @Test("The order in which cells and changes come changes nothing", arguments: 0..<20)
  func order(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let input = Samples.randomProgress(seed: seed)
    var shuffled = input
    shuffled.cells.shuffle(using: &random)
    shuffled.previousCells.shuffle(using: &random)
    shuffled.changes.shuffle(using: &random)
    shuffled.terms.applicable.shuffle(using: &random)
    func sections(_ input: ProgressInput) -> [PaperSection] {
      WeeklyReport(
        WeeklyInput(progress: input, history: Samples.history([3], endingOn: input.asOf))
      ).sections
    }
    #expect(sections(input) == sections(shuffled))
  }

  @Test("Where no hazard applies, the papers say what there is to say")
  func noHazard() {
    var input = Samples.randomProgress(seed: 1)
    input.terms.applicable = []
    let history = Samples.history([], endingOn: input.asOf)
    let weekly = WeeklyReport(WeeklyInput(progress: input, history: history)).sections
    #expect(weekly.map(\.id) == ["summary", "pace-hazards"])
    let cost = Samples.cost(input.asOf, [])
    let monthly = MonthlyReport(MonthlyInput(progress: input, cost: cost)).sections
    #expect(monthly.map(\.id) == ["activities", "spending"])
    #expect(PaperCheck(sections: weekly).faults + PaperCheck(sections: monthly).faults == [])
  }

  @Test("Every table of the monthly paper holds together", arguments: 0..<100)
  func monthly(seed: UInt64) {
    let input = Samples.randomProgress(seed: seed)
    let cost = Samples.cost(
      input.asOf,
      [
        (input.asOf, 500_00, true), (input.asOf.monthsFirst, 70_00, false),
        (Samples.day(1, 5), -20_00, false),
      ])
    let report = MonthlyReport(MonthlyInput(progress: input, cost: cost))
    let check = PaperCheck(sections: report.sections)
    #expect(check.faults.isEmpty)
    #expect(check.wrongSums(in: PaperCheck.tablesOfParts).isEmpty)
  }
}

extension CivilDate {
  fileprivate var monthsFirst: CivilDate { CivilDate(dayNumber: dayNumber - parts.day + 1) }
}
