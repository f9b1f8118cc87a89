import CensusDomain

/// A project's self-evaluation: each row's points, their sum and the grade.
public struct Evaluation: Sendable, Hashable {
  /// An indicator with its points.
  public struct Row: Sendable, Hashable {
    /// The indicator.
    public let indicator: ProjectIndicator
    /// Where it stands.
    public let standing: IndicatorStanding
    /// The points it can have.
    public let weight: Points
    /// What it earns.
    public let score: IndicatorScore
    /// By how many percent it is above its target, where that asks for an explanation.
    public let excess: Int64?
  }

  /// What it was made from.
  public let input: PerformanceInput
  /// The budget's execution.
  public let budget: IndicatorScore
  /// The indicators in the sheet's order.
  public let rows: [Row]

  /// Scores a project.
  public init(_ input: PerformanceInput) {
    let project = input.project
    self.input = input
    budget = project.scoring.score(executed: input.executed, of: project.budget.total.fen)
    rows = zip(project.indicators, project.weights).map { indicator, weight in
      let standing = input.standing(of: indicator)
      return Row(
        indicator: indicator, standing: standing, weight: weight,
        score: project.scoring.score(standing.actual, of: indicator, weight: weight),
        excess: project.scoring.excess(standing.actual, over: indicator.target))
    }
  }

  /// The sum of all points that were earned.
  public var total: Points {
    rows.compactMap(\.score.points).reduce(budget.points ?? .zero, +)
  }

  /// The points that cannot be judged.
  public var unscored: Points {
    rows.filter { $0.score.points == nil }.map(\.weight)
      .reduce(budget.points == nil ? input.project.scoring.budget : .zero, +)
  }

  /// The grade; nil while something is not scored, since any grade would then be a guess.
  public var grade: EvaluationGrade? {
    unscored > .zero ? nil : input.project.scoring.grade(total)
  }
}
