import CensusDomain
import CensusReports
import Testing

@Suite("Completion: verdicts")
struct CompletionVerdictTests {
  @Test(
    "The truth table of the design's section 6",
    arguments: [
      ([(60, 100), (60, 100)], CompletionVerdict.met),
      ([(59, 100), (100, 100)], .metOverallNotEachHazard),
      ([(59, 100), (60, 100)], .notMet),
      ([(0, 100), (0, 0)], .notMet),
      ([(60, 100), (0, 0)], .denominatorNotConfirmed),
      ([(0, 0), (0, 0)], .denominatorNotConfirmed),
      ([(59, 100), (100, 100), (0, 0)], .metOverallNotEachHazard),
      ([], .denominatorNotConfirmed),
    ] as [([(Int, Int)], CompletionVerdict)])
  func overall(rates: [(Int, Int)], verdict: CompletionVerdict) {
    let hazards = zip([Hazard.earthquake, .rainstorm, .wave], rates)
    let report = CompletionReport(
      Samples.input(hazards.map { (hazard: $0, done: $1.0, all: $1.1) }))
    #expect(report.verdict == verdict)
  }

  @Test(
    "The boundary is exact",
    arguments: [
      (3, 5, CompletionVerdict.met), (59_999, 100_000, .notMet), (60_000, 100_000, .met),
      (2, 3, .met), (1, 2, .notMet), (0, 0, .denominatorNotConfirmed),
    ])
  func boundary(done: Int, all: Int, verdict: CompletionVerdict) {
    let report = CompletionReport(Samples.input([(.earthquake, done, all)]))
    #expect(report.hazards.map(\.verdict) == [verdict])
    #expect(report.classes.map(\.verdict) == [verdict])
    #expect(report.verdict == verdict)
  }

  @Test("A rate just below the target is not printed like the target")
  func printedRate() {
    let report = CompletionReport(Samples.input([(.earthquake, 59_999, 100_000)]))
    #expect(report.pooled.percent == "59.999%")
    #expect(CompletionReport(Samples.input([(.wave, 3, 5)])).pooled.percent == "60.00%")
  }

  @Test("Without a frozen inventory no denominator is confirmed")
  func notFrozen() {
    let report = CompletionReport(Samples.input([(.wave, 5, 5)], inventoryVersion: nil))
    #expect(report.verdict == .denominatorNotConfirmed)
    #expect(report.hazards.map(\.verdict) == [.denominatorNotConfirmed])
  }

  @Test("A hazard with no confirmed denominator has neither rate nor share in mean and lowest")
  func zeroDenominator() throws {
    let report = CompletionReport(Samples.input([(.wave, 3, 4), (.seaIce, 0, 0)]))
    #expect(report.mean.hazards == 1)
    #expect(report.mean.rate == 0.75)
    #expect(report.lowest?.hazard == .wave)
    #expect(try JSONOutput.encode(report).contains("\"rate\" : null"))
  }

  @Test("The mean is exact where 64 bits hold it, and near where not")
  func mean() throws {
    let exact = CompletionReport(Samples.input([(.wave, 1, 3), (.seaIce, 2, 3), (.heat, 1, 1)]))
    #expect(exact.mean.rate == 2.0 / 3.0)
    #expect(exact.mean.percent == "66.67%")
    let primes = [999_983, 999_979, 999_961, 999_959]
    let hazards = zip([Hazard.wave, .seaIce, .heat, .cold], primes)
    let wide = CompletionReport(
      Samples.input(hazards.map { (hazard: $0, done: $1 / 2, all: $1) }))
    let rate = try #require(wide.mean.rate)
    #expect(abs(rate - 0.5) < 1e-6)
    #expect(wide.mean.percent == "50.00%")
  }
}
