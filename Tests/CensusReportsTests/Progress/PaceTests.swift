import CensusDomain
import CensusReports
import Testing

@Suite("Pace and projection")
struct PaceTests {
  private let asOf = Samples.day(7, 4)

  /// The pace of 1,000 objects of which so many were done at the end of each of the last weeks.
  private func pace(_ weekEnds: [Int], all: Int = 1_000) -> PaceReport {
    let done = weekEnds.flatMap { Array(repeating: $0, count: 7) }
    let last = weekEnds.last ?? 0
    return PaceReport(
      ProgressSummary(Samples.week((0, all), (last, all), asOf: asOf)),
      history: Samples.history(done, endingOn: asOf))
  }

  private func later(_ days: Int) -> CivilDate { CivilDate(dayNumber: asOf.dayNumber + days) }

  @Test("At an even pace the day is certain to the week")
  func even() {
    // 600 are asked for; 400 are missing at 50 a week.
    #expect(
      pace([0, 50, 100, 150, 200]).total.outlook
        == .days(earliest: later(50), likely: later(56), latest: later(56)))
  }

  @Test("The band is that of Student's distribution over weeks", arguments: 0..<60)
  func band(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var ends = [0]
    for _ in 0..<4 { ends.append(ends[ends.count - 1] + Int.random(in: 20...60, using: &random)) }
    guard case .days(let earliest, let likely, let latest) = pace(ends).total.outlook else {
      Issue.record("no days for \(ends)")
      return
    }
    let weeks = zip(ends, ends.dropFirst()).map { Double($1 - $0) }
    let mean = weeks.reduce(0, +) / 4
    let spread = (weeks.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / 3).squareRoot()
    let needed = Double(600 - ends[4])
    func side(_ sign: Double) -> (CivilDate?) {
      (1...3660).first { day in
        let time = Double(day) / 7
        return mean * time + sign * 1.63774 * spread * (time * (1 + time / 4)).squareRoot()
          // Doubles lose what an exact hit rests on.
          >= needed - 1e-6
      }.map { day in later(sign == 0 ? day : sign > 0 ? (day - 1) / 7 * 7 + 1 : (day + 6) / 7 * 7) }
    }
    #expect(earliest == side(1) && likely == side(0) && latest == side(-1))
  }

  @Test("Where nothing moves, or more is lost than done, the target is not reached at this pace")
  func never() {
    for ends in [[9, 9, 9, 9, 9], [90, 80, 60, 50, 40]] {
      guard case .days(_, let likely, let latest) = pace(ends).total.outlook else {
        Issue.record("no outlook for \(ends)")
        continue
      }
      #expect(likely == nil && latest == nil)
    }
  }

  @Test("Weeks that differ much leave the latest day open")
  func open() {
    guard case .days(let earliest, let likely, let latest) = pace([0, 0, 0, 0, 40]).total.outlook
    else {
      Issue.record("no outlook")
      return
    }
    #expect(earliest != nil && likely == later(392) && latest == nil)
  }

  @Test("What is reached, has no objects or has hardly begun is not projected")
  func noProjection() {
    #expect(pace([600, 600]).total.outlook == .reached)
    #expect(pace([0], all: 0).total.outlook == .noDenominator)
    var week = Samples.week((0, 10), (1, 10), asOf: asOf)
    week.terms.line.start = Samples.day(6, 21)
    let history = Samples.history([0, 1], endingOn: asOf)
    #expect(PaceReport(ProgressSummary(week), history: history).total.outlook == .tooEarly)
    week.terms.line.start = Samples.day(6, 20)
    #expect(PaceReport(ProgressSummary(week), history: history).total.outlook != .tooEarly)
  }

  @Test("Where reviews come in weekly batches, four of five projections hold")
  func coverage() {
    var held = 0
    for seed in 0..<UInt64(300) {
      var random = SeededGenerator(seed: seed)
      func batch() -> Int { Int.random(in: 10...50, using: &random) }
      var ends = [0]
      for _ in 0..<4 { ends.append(ends[ends.count - 1] + batch()) }
      guard case .days(let earliest, _, let latest) = pace(ends).total.outlook else { continue }
      var done = ends[4]
      var days = 0
      while done < 600 {
        days += 7
        done += batch()
      }
      if later(days) >= earliest ?? asOf, latest.map({ later(days) <= $0 }) ?? true { held += 1 }
    }
    #expect((240...297).contains(held))
  }

  @Test("The chart goes on from what is done, and its sides stay around the projection")
  func chart() throws {
    let section = try #require(
      WeeklyReport(
        WeeklyInput(
          progress: Samples.week((150, 1_000), (200, 1_000), asOf: asOf),
          history: Samples.history(
            [0, 30, 100, 150, 200].flatMap { Array(repeating: $0, count: 7) }, endingOn: asOf))
      ).sections.first { $0.id == "pace-hazards" })
    let chart = try #require(section.charts.first)
    #expect(chart.series.allSatisfy { $0.values.count == chart.labels.count })
    func values(_ role: PaperChart.Series.Role) -> [Int64?] {
      chart.series.first { $0.role == role }?.values ?? []
    }
    let today = try #require(chart.labels.firstIndex(of: LocalizedText(verbatim: "2021-07-04")))
    for role in [PaperChart.Series.Role.actual, .projection, .lowerBound, .upperBound] {
      #expect(values(role)[today] == 200)
    }
    #expect(chart.labels.last.map { $0.zh >= "2021-12-31" } == true)
    #expect(chart.mark?.value == 600)
    let sides = zip(zip(values(.lowerBound), values(.projection)), values(.upperBound))
    for ((lower, mean), upper) in sides.dropFirst(today + 1) {
      let band = [try #require(lower), try #require(mean), try #require(upper)]
      // Until all 1,000 objects are done, the sides stay apart.
      #expect(band == band.sorted() && (band[2] == 1_000 || Set(band).count == 3))
    }
  }

  @Test("A surveyor's pace is what was done in the week, and the mean of the weeks")
  func surveyor() throws {
    let input = Samples.week((150, 1_000), (200, 1_000), asOf: asOf)
    var history = Samples.history([200], endingOn: asOf)
    history.surveyors = [
      "张伟": DoneSeries(
        first: CivilDate(dayNumber: asOf.dayNumber - 34),
        done: [1, 5, 10, 12, 20].flatMap { Array(repeating: $0, count: 7) })
    ]
    let report = PaceReport(ProgressSummary(input), history: history)
    let row = try #require(report.surveyors.first)
    #expect(row.done - row.doneLastWeek == 8 && row.done - row.doneBefore == 19)
    let section = try #require(
      WeeklyReport(WeeklyInput(progress: input, history: history)).sections
        .first { $0.id == "pace-surveyors" })
    #expect(section.grid.cell(at: CellPlace(row: 1, column: 7))?.value == .decimal("4.75"))
  }
}
