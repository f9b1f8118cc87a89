import CensusDomain
import CensusReports
import Testing

@Suite("Cost report")
struct CostReportTests {
  private let june = Samples.day(6, 30)

  @Test("The defaults are those of the bureau's own targets")
  func defaults() {
    let input = CostInput(asOf: june, lines: [], snapshot: "")
    #expect(input.budget == Fen(30_000_000))
    #expect(input.limit == Samples.ratio(15, 100))
    #expect(input.yearEnd == Samples.day(12, 31))
    #expect(
      input.paymentPlan == [
        PaymentStep(date: Samples.day(3, 31), percent: 25),
        PaymentStep(date: june, percent: 50),
        PaymentStep(date: Samples.day(10, 31), percent: 75),
        PaymentStep(date: Samples.day(12, 31), percent: 100),
      ])
  }

  @Test("No spending is no pass and has neither ratio nor forecast")
  func noSpending() {
    let report = CostReport(Samples.cost(june, []))
    #expect(report.verdict == .noSpendingYet)
    #expect(report.ratioToSpend == nil)
    #expect(report.forecast == nil)
    #expect(report.alarms.isEmpty)
  }

  @Test(
    "The limit is exact",
    arguments: [
      (15, 100, CostVerdict.met), (150_001, 1_000_000, .notMet), (3, 20, .met), (0, 1, .met),
      (1, 1, .notMet),
    ])
  func limit(publicity: Int64, total: Int64, verdict: CostVerdict) {
    let report = CostReport(
      Samples.cost(june, [(june, publicity, true), (june, total - publicity, false)]))
    #expect(report.verdict == verdict)
  }

  @Test("Refunds lower what they refund, in their own month")
  func refunds() {
    let report = CostReport(
      Samples.cost(
        june,
        [
          (Samples.day(3, 1), 1_000, true), (Samples.day(3, 2), 4_000, false),
          (Samples.day(4, 1), -600, true),
        ]))
    #expect(report.total == Fen(4_400))
    #expect(report.publicity == Fen(400))
    #expect(report.months.map(\.month) == ["2021-03", "2021-04"])
    #expect(report.months.map(\.total) == [Fen(5_000), Fen(-600)])
    #expect(report.verdict == .met)
  }

  @Test("Publicity that refunds leave without any spending is above every limit")
  func refundedAway() {
    let report = CostReport(Samples.cost(june, [(june, 500, true), (june, -500, false)]))
    #expect(report.ratioToSpend == nil)
    #expect(report.verdict == .notMet)
    let net = CostReport(Samples.cost(june, [(june, -500, false)]))
    #expect(net.verdict == .noSpendingYet)
  }

  @Test("Lines after the day of evaluation are left out, those of the day are in")
  func cutOff() {
    let report = CostReport(
      Samples.cost(june, [(june, 100, false), (Samples.day(7, 1), 900, true)]))
    #expect(report.total == Fen(100))
    #expect(report.months.count == 1)
  }

  @Test("Months sum to the whole", arguments: 0..<100)
  func sums(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let lines = (0..<Int.random(in: 0...40, using: &random)).map { _ in
      (
        CivilDate(dayNumber: june.dayNumber + Int.random(in: -200...200, using: &random)),
        Int64.random(in: -5_000...100_000, using: &random), Bool.random(using: &random)
      )
    }
    let report = CostReport(Samples.cost(june, lines))
    #expect(report.months.reduce(0) { $0 + $1.total.value } == report.total.value)
    #expect(report.months.reduce(0) { $0 + $1.publicity.value } == report.publicity.value)
    #expect(report.months.map(\.month) == report.months.map(\.month).sorted())
  }
}
