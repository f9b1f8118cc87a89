import CensusDomain
import CensusReports
import Testing

@Suite("Cost forecast and alarms")
struct CostForecastTests {
  // The 73rd day of 365, a fifth of the year.
  private let march = Samples.day(3, 14)

  @Test("Below the budget both amounts grow alike and the ratio stays exact")
  func uncapped() {
    let report = CostReport(Samples.cost(march, [(march, 150_001, true), (march, 849_999, false)]))
    #expect(report.forecast?.total == Fen(5_000_000))
    #expect(report.forecast?.publicity == Fen(750_005))
    #expect(report.alarms == [.forecastOverLimit])
  }

  @Test("The total is capped at the budget, publicity is not")
  func capped() {
    let report = CostReport(
      Samples.cost(march, [(march, 1_000_000, true), (march, 9_000_000, false)]))
    #expect(report.verdict == .met)
    #expect(report.forecast?.total == Fen(30_000_000))
    #expect(report.forecast?.publicity == Fen(5_000_000))
    #expect(report.alarms == [.forecastOverLimit])
  }

  @Test("Exactly the limit at year end raises no alarm")
  func boundary() {
    let report = CostReport(
      Samples.cost(march, [(march, 900_000, true), (march, 9_100_000, false)]))
    #expect(report.forecast?.percent == "15.00%")
    #expect(report.alarms.isEmpty)
    let over = CostReport(
      Samples.cost(march, [(march, 900_001, true), (march, 9_099_999, false)]))
    #expect(over.alarms == [.forecastOverLimit])
  }

  @Test("The cap never lies below what is spent already, and the year's end is no forecast")
  func yearEnd() {
    let end = Samples.day(12, 31)
    let report = CostReport(
      Samples.cost(end, [(end, 4_500_001, true), (end, 27_000_000, false)]))
    #expect(report.forecast?.total == Fen(31_500_001))
    #expect(report.forecast?.publicity == Fen(4_500_001))
    #expect(report.verdict == .met)
    #expect(report.alarms == [.budgetShareOverLimit])
  }

  @Test("Sums too large to extend give no forecast instead of a crash")
  func overflow() {
    let report = CostReport(Samples.cost(march, [(march, Int64.max / 100, false)]))
    #expect(report.forecast == nil)
    #expect(report.verdict == .met)
  }

  @Test(
    "The payment plan is a step function",
    arguments: [
      (Samples.day(3, 30), 0, 0), (Samples.day(3, 31), 25, 7_500_000),
      (Samples.day(6, 29), 25, 7_500_000), (Samples.day(6, 30), 50, 15_000_000),
      (Samples.day(9, 30), 50, 15_000_000), (Samples.day(10, 31), 75, 22_500_000),
      (Samples.day(12, 31), 100, 30_000_000),
    ])
  func payment(asOf: CivilDate, percent: Int, fen: Int64) {
    var input = Samples.cost(asOf, [(Samples.day(1, 5), 7_500_000, false)])
    input.paymentPlan.reverse()
    let payment = CostReport(input).payment
    #expect(payment.plannedPercent == percent)
    #expect(payment.planned == Fen(fen))
    #expect(payment.percent == "25.00%")
    #expect(payment.isOnPlan == (fen <= 7_500_000))
    #expect((payment.dueDate == nil) == (percent == 0))
    #expect((payment.next == nil) == (percent == 100))
  }
}
