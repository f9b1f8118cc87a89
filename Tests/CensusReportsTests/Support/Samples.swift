import CensusDomain
import CensusReports

/// Inputs that several suites start from.
enum Samples {
  /// A day of 2021.
  static func day(_ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: 2021, month: month, day: day) ?? CivilDate(dayNumber: 0)
  }

  /// A fraction.
  static func ratio(_ top: Int64, _ bottom: Int64) -> Ratio {
    Ratio(top, over: bottom) ?? CompletionInput.targetOf2021
  }

  /// Hazards with `done` of `all` objects passed by the county and the rest not begun.
  static func input(
    _ hazards: [(hazard: Hazard, done: Int, all: Int)], inventoryVersion: Int? = 1
  ) -> CompletionInput {
    let cells = hazards.flatMap { hazard, done, all in
      [
        CompletionCell(
          hazard: hazard, town: "130209001", surveyor: "张伟", stage: .countyPassed, count: done),
        CompletionCell(
          hazard: hazard, town: "130209001", surveyor: "", stage: .none, count: all - done),
      ]
    }
    return CompletionInput(
      asOf: day(10, 31), district: "130209", districtName: "曹妃甸区",
      inventoryVersion: inventoryVersion, cells: cells, townNames: ["130209001": "唐海镇"],
      applicable: hazards.map(\.hazard), surveyStart: day(5, 1), deadline: day(12, 31),
      snapshot: "audit:1")
  }

  /// An input of random cells for the hazards of a random declaration.
  static func randomInput(seed: UInt64) -> CompletionInput {
    var random = SeededGenerator(seed: seed)
    let towns = ["", "130209001", "130209002", "130209100"]
    let surveyors = ["", "张伟", "王芳", "Li"]
    var cells = [CompletionCell]()
    for _ in 0..<Int.random(in: 0...80, using: &random) {
      cells.append(
        CompletionCell(
          hazard: Hazard.allCases[Int.random(in: 0..<23, using: &random)],
          town: towns[Int.random(in: 0..<4, using: &random)],
          surveyor: surveyors[Int.random(in: 0..<4, using: &random)],
          stage: Stage.allCases[Int.random(in: 0..<5, using: &random)],
          count: Int.random(in: 0...50, using: &random)))
    }
    var input = input([])
    input.cells = cells
    input.applicable = Hazard.allCases.filter { _ in Bool.random(using: &random) }
    input.asOf = CivilDate(
      dayNumber: input.surveyStart.dayNumber + Int.random(in: -10...300, using: &random))
    input.requiredStage = Stage.allCases[Int.random(in: 1..<5, using: &random)]
    return input
  }

  /// A cost input on `asOf` with lines of (day, fen, publicity).
  static func cost(
    _ asOf: CivilDate, _ lines: [(CivilDate, Int64, Bool)]
  ) -> CostInput {
    CostInput(
      asOf: asOf,
      lines: lines.map { CostLine(date: $0.0, amount: Fen($0.1), isPublicity: $0.2) },
      snapshot: "audit:1")
  }
}
