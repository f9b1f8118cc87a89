import CensusDomain
import CensusReports
import Testing

@Suite("Monitoring of targets")
struct MonitoringTests {
  private func monitoring(
    _ indicator: ProjectIndicator, _ actual: IndicatorActual, on day: CivilDate,
    paid: Fen? = nil, reason: DeviationReason? = nil
  ) -> Monitoring {
    let standing = IndicatorStanding(
      actual: actual, source: .indicator(project: "p", indicator: "x", to: day), reason: reason)
    return Monitoring(
      PerformanceInput(
        project: Projects.project([indicator]), asOf: day, executed: paid,
        standings: ["x": standing]))
  }

  @Test("Events go on at the pace so far, in whole events; rates stay where they are")
  func forecasts() {
    let three = Projects.quantity("3")
    let events = Projects.indicator("x", .atLeast(three), evidence: .publicityEvents)
    let day = Samples.day(6, 30)
    let one = IndicatorActual.measured(Samples.ratio(1, 1))
    // 181 of 365 days: 2.02 events.
    #expect(monitoring(events, one, on: day).rows[0].forecast == .measured(Samples.ratio(2, 1)))
    let rate = Projects.indicator("x", .atMost(three), unit: "%", evidence: .publicityCostRatio)
    #expect(monitoring(rate, one, on: day).rows[0].forecast == one)
  }

  @Test("Nothing is called impossible before the year is over, nor certain that can still fall")
  func likelihoods() {
    let two = Projects.quantity("2")
    let events = Projects.indicator("x", .atLeast(two), evidence: .publicityEvents)
    let cost = Projects.indicator("x", .atMost(two), unit: "%", evidence: .publicityCostRatio)
    func likelihood(_ indicator: ProjectIndicator, _ value: Int64, _ day: CivilDate)
      -> TargetLikelihood
    {
      monitoring(indicator, .measured(Samples.ratio(value, 1)), on: day).rows[0].likelihood
    }
    #expect(likelihood(events, 2, Samples.day(3, 1)) == .certain)
    #expect(likelihood(events, 0, Samples.day(12, 30)) == .possible)
    #expect(likelihood(events, 1, Samples.day(12, 31)) == .impossible)
    #expect(likelihood(cost, 1, Samples.day(12, 30)) == .possible)
    #expect(likelihood(cost, 1, Samples.day(12, 31)) == .certain)
  }

  @Test("The plan is a step on its days, and paying less is said")
  func plan() {
    let indicator = Projects.indicator("x", .qualitative)
    let judged = IndicatorActual.judged(Judgement(.achieved, percent: ScoringRules.percent(90)))
    func due(_ day: CivilDate) -> Int { monitoring(indicator, judged, on: day).due.percent }
    #expect(
      [due(Samples.day(3, 30)), due(Samples.day(3, 31)), due(Samples.day(9, 30))] == [0, 25, 50])
    let late = monitoring(indicator, judged, on: Samples.day(10, 31), paid: Fen(21_360_000))
    #expect(
      late.section.remarks.map(\.zh) == [
        "截至 2021-10-31，支付计划应付 75%（225000.00 元），已付 213600.00 元，差 11400.00 元。"
      ])
  }

  @Test("A value short of its target asks for the class of its reason until it has one")
  func reasons() {
    let indicator = Projects.indicator("x", .atLeast(Projects.quantity("7")), unit: "人")
    let five = IndicatorActual.measured(Samples.ratio(5, 1))
    let day = Samples.day(6, 30)
    #expect(monitoring(indicator, five, on: day).section.remarks.count == 1)
    let told = monitoring(indicator, five, on: day, reason: .staff).section
    #expect(told.remarks.isEmpty)
    let texts = told.grid.placed.map { $0.cell.value.text(.zh) }
    #expect(texts.contains("-2") && texts.contains("人员保障"))
  }
}
