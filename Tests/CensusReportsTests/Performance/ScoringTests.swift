import CensusDomain
import CensusReports
import Testing

@Suite("Scoring of indicators")
struct ScoringTests {
  private static let ten = Projects.quantity("10")

  struct Case: Sendable, CustomTestStringConvertible {
    let rule: IndicatorTarget.Rule
    let actual: IndicatorActual
    var unit = "次"
    let score: String?

    var testDescription: String { "\(rule) \(actual) \(unit)" }
  }

  @Test(
    "Each kind of target gives its points of ten",
    arguments: [
      Case(rule: .atLeast(ten), actual: value(10), score: "10"),
      Case(rule: .atLeast(ten), actual: value(9), score: "9"),
      Case(rule: .atLeast(ten), actual: value(0), score: "0"),
      Case(rule: .atLeast(ten), actual: value(99), score: "10"),
      Case(rule: .atLeast(ten), actual: value(10, over: 3), score: "3.33"),
      Case(rule: .atLeast(ten), actual: value(20, over: 3), score: "6.67"),
      Case(rule: .atLeast(Projects.quantity("0")), actual: value(0), score: "10"),
      Case(rule: .atMost(ten), actual: value(10), score: "10"),
      Case(rule: .atMost(ten), actual: value(4), score: "10"),
      Case(rule: .atMost(ten), actual: value(0), score: "10"),
      Case(rule: .atMost(ten), actual: value(0), unit: "元/年", score: nil),
      Case(rule: .atMost(ten), actual: value(20), score: "5"),
      Case(rule: .atMost(ten), actual: value(15), score: "6.67"),
      Case(rule: .exactly(ten), actual: value(10), score: "10"),
      Case(rule: .exactly(ten), actual: value(8), score: "8"),
      Case(rule: .exactly(ten), actual: value(20), score: "5"),
      Case(rule: .exactly(ten), actual: value(0), score: "0"),
      Case(rule: .exactly(ten), actual: value(0), unit: "万元", score: nil),
      Case(rule: .qualitative, actual: judged("achieved"), score: "10"),
      Case(rule: .qualitative, actual: judged("达成 85%"), score: "8.5"),
      Case(rule: .qualitative, actual: judged("部分达成:70"), score: "7"),
      Case(rule: .qualitative, actual: judged("missed 12.34"), score: "1.23"),
      Case(rule: .qualitative, actual: value(10), score: nil),
      Case(rule: .atLeast(ten), actual: judged("achieved"), score: nil),
      Case(
        rule: .atMost(ten), actual: .percent(0, of: 0, orNone: LocalizedText(zh: "无", en: "none")),
        unit: "%", score: nil),
      Case(
        rule: .atMost(ten), actual: .percent(0, of: 5, orNone: LocalizedText(zh: "无", en: "none")),
        unit: "%", score: "10"),
    ])
  func kinds(_ one: Case) {
    let indicator = Projects.indicator("x", one.rule, unit: one.unit)
    let score = ScoringRules().score(one.actual, of: indicator, weight: Points(10))
    #expect(score.points?.text == one.score)
  }

  @Test("A satisfaction below the floor that a scheme sets gets nothing")
  func floor() {
    let rules = ScoringRules(satisfactionZeroBelow: ScoringRules.percent(60))
    let target = IndicatorTarget.Rule.atLeast(ScoringRules.percent(90))
    func score(_ value: Int64, _ group: IndicatorGroup, _ rules: ScoringRules) -> String? {
      let indicator = Projects.indicator("x", target, unit: "%", group: group)
      return rules.score(Self.value(value), of: indicator, weight: Points(9)).points?.text
    }
    #expect(score(60, .satisfaction, rules) == "6")
    #expect(score(59, .satisfaction, rules) == "0")
    #expect(score(59, .output, rules) == "5.9")
    #expect(score(59, .satisfaction, ScoringRules()) == "5.9")
  }

  @Test("The budget's execution is scored up to all points, and not without a budget or a record")
  func execution() {
    let rules = ScoringRules()
    #expect(rules.score(executed: Fen(2500), of: Fen(10_000)).points?.text == "2.5")
    #expect(rules.score(executed: Fen(20_000), of: Fen(10_000)).points?.text == "10")
    #expect(rules.score(executed: .zero, of: Fen(10_000)).points?.text == "0")
    #expect(rules.score(executed: Fen(-5), of: Fen(10_000)).points?.text == "0")
    #expect(rules.score(executed: .zero, of: .zero).points == nil)
    #expect(rules.score(executed: nil, of: Fen(10_000)).points == nil)
  }

  @Test("A value more than 30 % above its target asks for an explanation, and 30 % does not")
  func excess() {
    func excess(_ millis: Int64) -> Int64? {
      let indicator = Projects.indicator("x", .atLeast(Self.ten))
      let standing = IndicatorStanding(
        actual: Self.value(millis, over: 1000),
        source: .indicator(project: "p", indicator: "x", to: Samples.day(6, 30)))
      let input = PerformanceInput(
        project: Projects.project([indicator]), asOf: Samples.day(6, 30),
        standings: ["x": standing])
      return Evaluation(input).rows.first?.excess
    }
    #expect(excess(13_000) == nil)
    #expect(excess(13_001) == 30)
    #expect(excess(25_000) == 150)
    #expect(excess(1000) == nil)
  }

  @Test("Points that are not given share the rest of their group to the hundredth")
  func split() {
    let rows = [
      Projects.indicator("a", .qualitative), Projects.indicator("b", .qualitative),
      Projects.indicator("c", .qualitative, points: Points(30)),
      Projects.indicator("d", .qualitative),
      Projects.indicator("e", .qualitative, group: .effect),
    ]
    #expect(Projects.project(rows).weights.map(\.text) == ["6.67", "6.67", "30", "6.66", "30"])
  }

  @Test(
    "A judgement is read as people write it, and needs its share unless all is reached",
    arguments: [
      ("达成", "achieved 100"), ("达成预期指标", "achieved 100"), ("achieved: 95.5", "achieved 95.5"),
      ("部分达成：70％", "partly 70"), ("未达成 0", "missed 0"), ("部分达成", nil), ("missed", nil),
      ("95", nil), ("达成了", nil), ("achieved -5", nil), ("", nil),
    ])
  func judgements(_ text: String, _ read: String?) {
    #expect(Judgement(text)?.text == read)
  }

  @Test("A share has to lie within its band, ends included")
  func bands() {
    func fits(_ text: String) -> Bool? { Judgement(text)?.fits(ScoringRules()) }
    #expect(
      ["achieved 80", "achieved 100", "partly 80", "partly 60", "missed 60"].allSatisfy {
        fits($0) == true
      })
    #expect(
      ["achieved 79.99", "achieved 101", "partly 81", "partly 59", "missed 61"].allSatisfy {
        fits($0) == false
      })
  }

  @Test(
    "Grades begin at 90, 80 and 60",
    arguments: [
      ("90", "优"), ("89.99", "良"), ("80", "良"), ("79.99", "中"), ("60", "中"), ("59.99", "差"),
    ])
  func grades(_ points: String, _ grade: String) throws {
    let indicator = Projects.indicator("x", .atLeast(ScoringRules.percent(100)), unit: "%")
    let scoring = ScoringRules(
      budget: .zero, output: Points(100), effect: .zero, satisfaction: .zero)
    let value = try #require(Quantity(points))
    let standing = IndicatorStanding(
      actual: .measured(value.ratio),
      source: .indicator(project: "p", indicator: "x", to: Samples.day(6, 30)))
    let evaluation = Evaluation(
      PerformanceInput(
        project: Projects.project([indicator], scoring: scoring), asOf: Samples.day(6, 30),
        executed: Fen(1), standings: ["x": standing]))
    #expect(evaluation.total.text == points)
    #expect(evaluation.grade?.name.zh == grade)
  }

  @Test(
    "Numbers are read exactly or not at all",
    arguments: [
      ("9.2", "9.2"), ("0", "0"), ("100.000000", "100"), ("0.000001", "0.000001"), ("1.", nil),
      (".5", nil), ("-1", nil), ("1e3", nil), ("1.0000001", nil), ("1234567890123", nil),
      ("１", nil),
    ])
  func quantities(_ text: String, _ read: String?) { #expect(Quantity(text)?.text == read) }

  private static func value(_ top: Int64, over bottom: Int64 = 1) -> IndicatorActual {
    .measured(Samples.ratio(top, bottom))
  }

  private static func judged(_ text: String) -> IndicatorActual {
    Judgement(text).map { .judged($0) } ?? .none(LocalizedText(verbatim: text))
  }
}
