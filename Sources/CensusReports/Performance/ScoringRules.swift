import CensusDomain

/// How a project is scored; every number may be set in the project's file.
///
/// The defaults 10, 50, 30, 10 stand in a county's published self-evaluation of 2022 (domain notes, S26), the
/// grades in S25. Bands and the mark for over-fulfilment are common practice and unverified.
public struct ScoringRules: Sendable, Hashable {
  /// The points of the budget's execution.
  public var budget: Points
  /// The points of each group; together with the budget's they are usually 100.
  public var groups: [IndicatorGroup: Points]
  /// The least share, in percent, of a qualitative target that counts as reached.
  public var achievedFrom: Quantity
  /// The least share, in percent, of a qualitative target that counts as partly reached.
  public var partlyFrom: Quantity
  /// How far above its target, in percent, a value asks for an explanation.
  public var overFulfilment: Quantity
  /// Below which value a satisfaction indicator gets no points; nil scores in proportion down to 0.
  public var satisfactionZeroBelow: Quantity?
  /// The least points of each grade, out of all points.
  public var grades: [EvaluationGrade: Points]

  /// Makes the rules.
  public init(
    budget: Points = Points(10), output: Points = Points(50), effect: Points = Points(30),
    satisfaction: Points = Points(10), achievedFrom: Quantity = ScoringRules.percent(80),
    partlyFrom: Quantity = ScoringRules.percent(60),
    overFulfilment: Quantity = ScoringRules.percent(30), satisfactionZeroBelow: Quantity? = nil,
    excellent: Points = Points(90), good: Points = Points(80), medium: Points = Points(60)
  ) {
    self.budget = budget
    groups = [.output: output, .effect: effect, .satisfaction: satisfaction]
    self.achievedFrom = achievedFrom
    self.partlyFrom = partlyFrom
    self.overFulfilment = overFulfilment
    self.satisfactionZeroBelow = satisfactionZeroBelow
    grades = [.excellent: excellent, .good: good, .medium: medium]
  }

  /// A whole number of percent.
  public static func percent(_ number: Int) -> Quantity {
    guard let quantity = Quantity(number) else {
      preconditionFailure("a percentage is not negative")
    }
    return quantity
  }

  /// The points of a group.
  public subscript(group: IndicatorGroup) -> Points { groups[group] ?? .zero }

  /// All points.
  public var total: Points { groups.values.reduce(budget, +) }

  /// The grade for points out of all.
  func grade(_ points: Points) -> EvaluationGrade {
    [.excellent, .good, .medium].first { grade in
      grades[grade].map { points >= $0 } ?? false
    } ?? .poor
  }
}
