import CensusDomain
import CensusReports
import Testing

@Suite("Completion: expected progress")
struct ExpectedProgressTests {
  private func report(_ asOf: CivilDate, done: Int, all: Int) -> ExpectedProgress {
    var input = Samples.input([(.wave, done, all)])
    input.asOf = asOf
    return CompletionReport(input).expected
  }

  @Test("The line runs from nothing on the first day to the target on the deadline")
  func line() {
    #expect(report(Samples.day(4, 1), done: 0, all: 10).rate?.numerator == 0)
    #expect(report(Samples.day(5, 1), done: 0, all: 10).rate?.numerator == 0)
    // 122 of 244 days.
    #expect(report(Samples.day(8, 31), done: 0, all: 10).rate?.percent() == "30.00%")
    #expect(report(Samples.day(12, 31), done: 0, all: 10).rate?.percent() == "60.00%")
    let late = CivilDate(dayNumber: Samples.day(12, 31).dayNumber + 40)
    #expect(report(late, done: 0, all: 10).rate?.percent() == "60.00%")
  }

  @Test("The pace is rounded up to two places, and there is none after the deadline")
  func pace() {
    // 60 of 100 needed, 58 missing, 61 days left: 0.9508…
    #expect(report(Samples.day(10, 31), done: 2, all: 100).neededPerDayHundredths == 96)
    #expect(report(Samples.day(12, 31), done: 2, all: 100).neededPerDayHundredths == nil)
    #expect(report(Samples.day(12, 31), done: 60, all: 100).neededPerDayHundredths == 0)
  }

  @Test("The projected day follows the pace so far")
  func projection() {
    // 30 done in 122 days; 60 take 244.
    #expect(report(Samples.day(8, 31), done: 30, all: 100).projectedDate == Samples.day(12, 31))
    #expect(report(Samples.day(8, 31), done: 0, all: 100).projectedDate == nil)
    #expect(report(Samples.day(8, 31), done: 0, all: 0).projectedDate == nil)
    #expect(report(Samples.day(5, 1), done: 1, all: 100).projectedDate == nil)
    #expect(report(Samples.day(8, 31), done: 61, all: 100).projectedDate == Samples.day(8, 31))
    #expect(report(Samples.day(8, 31), done: 1, all: 100_000_000).projectedDate == nil)
  }

  @Test("A surplus in one hazard does not help another")
  func eachHazard() {
    let expected = CompletionReport(Samples.input([(.wave, 10, 10), (.heat, 0, 10)])).expected
    #expect(expected.doneNeeded == 2)
    #expect(expected.doneNeededEachHazard == 6)
  }

  @Test("A survey that starts on its deadline does not divide by zero")
  func emptySpan() {
    var input = Samples.input([(.wave, 1, 10)])
    input.surveyStart = input.deadline
    input.asOf = input.deadline
    #expect(CompletionReport(input).expected.rate?.numerator == 0)
  }
}
