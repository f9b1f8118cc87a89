import CensusDomain
import CensusReports

/// Projects that suites on performance start from.
enum Projects {
  static func quantity(_ text: String) -> Quantity { Quantity(text) ?? ScoringRules.percent(0) }

  static func indicator(
    _ id: String, _ rule: IndicatorTarget.Rule, unit: String = "", group: IndicatorGroup = .output,
    points: Points? = nil, evidence: IndicatorEvidence? = nil
  ) -> ProjectIndicator {
    ProjectIndicator(
      id: id, group: group, level1: group.rawValue, level2: "\(group.rawValue) 2", level3: id,
      description: "=1+1", target: IndicatorTarget(text: "目标", rule: rule, unit: unit),
      evidence: evidence, points: points)
  }

  static func project(
    _ indicators: [ProjectIndicator], budget: Fen = Fen(30_000_000),
    scoring: ScoringRules = ScoringRules()
  ) -> PerformanceProject {
    PerformanceProject(
      id: "p", year: 2021, name: "项目", title: "项目绩效目标表",
      budget: ProjectBudget(
        total: .init(text: "30", fen: budget), fiscal: .init(text: "30", fen: budget),
        other: .init(text: "", fen: .zero), purpose: "用途"),
      plan: [(3, 31, 25), (6, 30, 50), (10, 31, 75), (12, 31, 100)].map {
        PlannedShare(label: "\($0.0)月底", date: Samples.day($0.0, $0.1), percent: $0.2)
      }, goals: [.init(label: "目标1", text: "目标")], indicators: indicators, scoring: scoring)
  }

  /// A project of random indicators, with a random standing of each.
  static func random(seed: UInt64) -> PerformanceInput {
    var random = SeededGenerator(seed: seed)
    var indicators: [ProjectIndicator] = []
    var standings: [String: IndicatorStanding] = [:]
    for group in IndicatorGroup.allCases {
      for number in 0..<Int.random(in: 1...6, using: &random) {
        let target = quantity("\(Int.random(in: 0...120, using: &random)).5")
        let rules: [IndicatorTarget.Rule] = [
          .atLeast(target), .atMost(target), .exactly(target), .qualitative,
        ]
        let rule = rules[Int.random(in: 0..<4, using: &random)]
        let unit = ["%", "次", "元"][Int.random(in: 0..<3, using: &random)]
        let indicator = indicator("\(group.rawValue)-\(number)", rule, unit: unit, group: group)
        indicators.append(indicator)
        let value = Samples.ratio(
          Int64.random(in: 0...500, using: &random), Int64.random(in: 1...9, using: &random))
        let share = ScoringRules.percent(Int.random(in: 0...100, using: &random))
        let actuals: [IndicatorActual] = [
          indicator.target.value == nil
            ? .judged(Judgement(.partly, percent: share)) : .measured(value),
          .none(LocalizedText(zh: "无", en: "none")),
        ]
        standings[indicator.id] = IndicatorStanding(
          actual: actuals[Int.random(in: 0..<5, using: &random) / 4],
          source: .indicator(project: "p", indicator: indicator.id, to: Samples.day(6, 30)))
      }
    }
    let paid = Int64.random(in: 0...40_000_000, using: &random)
    return PerformanceInput(
      project: project(indicators), asOf: Samples.day(6, 30),
      executed: Bool.random(using: &random) ? Fen(paid) : nil, standings: standings)
  }
}
