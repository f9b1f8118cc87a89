import CensusDomain
import CensusReports
import Testing

@Suite("Completion: properties")
struct CompletionPropertyTests {
  @Test("The parts of each table sum to the same whole", arguments: 0..<200)
  func sums(seed: Int) {
    let report = CompletionReport(Samples.randomInput(seed: UInt64(seed)))
    for stage in Stage.allCases {
      let whole = report.total.reached(stage)
      #expect(report.hazards.reduce(0) { $0 + $1.funnel.reached(stage) } == whole)
      #expect(report.classes.reduce(0) { $0 + $1.funnel.reached(stage) } == whole)
      #expect(report.townships.reduce(0) { $0 + $1.funnel.reached(stage) } == whole)
    }
    #expect(report.surveyors.reduce(0) { $0 + $1.recorded } == report.total.recorded)
    #expect(report.surveyors.reduce(0) { $0 + $1.received } == report.total.received)
    #expect(report.surveyors.reduce(0) { $0 + $1.countyPassed } == report.total.countyPassed)
    #expect(report.surveyors.reduce(0) { $0 + $1.cityPassed } == report.total.cityPassed)
  }

  @Test("Every object counts once or is listed as left out", arguments: 0..<100)
  func nothingVanishes(seed: Int) {
    let input = Samples.randomInput(seed: UInt64(seed))
    let report = CompletionReport(input)
    let leftOut = report.notApplicable.reduce(0) { $0 + $1.inventoryObjects }
    #expect(report.total.shouldSurvey + leftOut == input.cells.reduce(0) { $0 + $1.count })
  }

  @Test("A funnel never grows, and a rate lies between 0 and 1", arguments: 0..<200)
  func bounds(seed: Int) {
    let report = CompletionReport(Samples.randomInput(seed: UInt64(seed)))
    let funnels =
      [report.total] + report.hazards.map(\.funnel) + report.classes.map(\.funnel)
      + report.townships.map(\.funnel)
    for funnel in funnels {
      let counts = Stage.allCases.map(funnel.reached)
      #expect(zip(counts, counts.dropFirst()).allSatisfy { $0 >= $1 })
    }
    let rates =
      [report.pooled] + report.hazards.map(\.rate) + report.classes.map(\.rate)
      + report.townships.map(\.rate)
    for rate in rates {
      #expect((rate.ratio == nil) == (rate.shouldSurvey == 0))
      if let value = rate.ratio?.value { #expect((0...1).contains(value)) }
    }
    if let lowest = report.lowest {
      #expect(report.hazards.compactMap(\.rate.ratio).allSatisfy { $0.isAtLeast(lowest.ratio) })
      if let mean = report.mean.rate { #expect(mean >= lowest.ratio.value - 1e-12) }
    }
  }

  @Test("The order of cells and of declarations changes nothing", arguments: 0..<50)
  func order(seed: Int) throws {
    let input = Samples.randomInput(seed: UInt64(seed))
    var random = SeededGenerator(seed: UInt64(seed) + 1000)
    var shuffled = input
    shuffled.cells.shuffle(using: &random)
    shuffled.applicable.shuffle(using: &random)
    shuffled.applicable += input.applicable
    let (first, second) = (CompletionReport(input), CompletionReport(shuffled))
    #expect(first == second)
    #expect(try JSONOutput.encode(first) == JSONOutput.encode(second))
    #expect(first.csv(language: .zh) == second.csv(language: .zh))
  }

  @Test("The pace needed, kept up until the deadline, reaches the target", arguments: 0..<200)
  func pace(seed: Int) throws {
    let input = Samples.randomInput(seed: UInt64(seed))
    let report = CompletionReport(input)
    let left = input.deadline.dayNumber - input.asOf.dayNumber
    let goal = report.pooled.done + report.expected.doneNeeded
    if let reached = Ratio(Int64(goal), over: Int64(report.pooled.shouldSurvey)) {
      #expect(reached.isAtLeast(input.targetRate))
    }
    guard let hundredths = report.expected.neededPerDayHundredths else {
      #expect(left <= 0 && report.expected.doneNeeded > 0)
      return
    }
    #expect(hundredths * max(left, 0) >= report.expected.doneNeeded * 100)
    #expect(report.expected.doneNeededEachHazard >= report.expected.doneNeeded)
  }
}
