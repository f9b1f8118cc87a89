import CensusDomain
import CensusReports

extension Samples {
  /// A week of one hazard in one township: `done` of `all` objects then and now.
  static func week(
    _ before: (done: Int, all: Int), _ now: (done: Int, all: Int), changes: [ProgressChange] = [],
    asOf: CivilDate = day(7, 4)
  ) -> ProgressInput {
    func cells(_ count: (done: Int, all: Int)) -> [CompletionCell] {
      [
        CompletionCell(
          hazard: .rainstorm, town: "130209001", surveyor: "张伟", stage: .countyPassed,
          count: count.done),
        CompletionCell(
          hazard: .rainstorm, town: "130209001", surveyor: "", stage: .none,
          count: count.all - count.done),
      ]
    }
    return ProgressInput(
      asOf: asOf, previous: CivilDate(dayNumber: asOf.dayNumber - 7), district: "130209",
      districtName: "曹妃甸区",
      terms: ProgressTerms(
        applicable: [.rainstorm], surveyStart: day(1, 1), deadline: day(12, 31)),
      townNames: ["130209001": "唐海镇"], inventoryVersion: 2, previousVersion: 1,
      cells: cells(now), previousCells: cells(before), changes: changes)
  }

  /// Random cells then and now, with changes that need not explain one by the other.
  static func randomProgress(seed: UInt64) -> ProgressInput {
    var random = SeededGenerator(seed: seed)
    let now = randomInput(seed: seed)
    let before = randomInput(seed: seed &+ 1_000)
    func count() -> Int { Int.random(in: 0...9, using: &random) }
    func town() -> String { ["", "130209001", "130209002"][Int.random(in: 0..<3, using: &random)] }
    func hazard() -> Hazard { Hazard.allCases[Int.random(in: 0..<23, using: &random)] }
    return ProgressInput(
      asOf: now.asOf, previous: CivilDate(dayNumber: now.asOf.dayNumber - 7), district: "130209",
      districtName: "曹妃甸区",
      terms: ProgressTerms(
        applicable: now.applicable, requiredStage: now.requiredStage,
        surveyStart: now.surveyStart, deadline: now.deadline),
      inventoryVersion: 2, previousVersion: 1, cells: now.cells, previousCells: before.cells,
      checked: (0..<5).map { _ in
        CheckedCount(hazard: hazard(), town: town(), count: count())
      },
      changes: (0..<12).map { _ in
        ProgressChange(
          kind: ProgressChange.Kind.allCases[Int.random(in: 0..<7, using: &random)],
          hazard: hazard(), town: town(), count: count())
      })
  }

  /// A history that ends on `asOf` with the given counts of done objects, one a day.
  static func history(_ done: [Int], endingOn asOf: CivilDate) -> DoneHistory {
    DoneHistory(
      total: DoneSeries(
        first: CivilDate(dayNumber: asOf.dayNumber - done.count + 1), done: done))
  }
}
