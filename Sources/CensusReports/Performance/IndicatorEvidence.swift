import CensusDomain

/// From which of the central's own records an indicator's value is worked out.
public enum IndicatorEvidence: String, Sendable, CaseIterable {
  /// Publicity events on distinct days or at distinct places.
  case publicityEvents
  /// Person-times at trainings that the province or the city held.
  case trainingPersonTimes
  /// Objects done of those to be surveyed, over all applicable hazards.
  case completionRate
  /// Whether the completion target was reached by the deadline.
  case completionByDeadline
  /// Publicity's share of the spending to date.
  case publicityCostRatio
  /// Satisfied of valid answers.
  case satisfaction
  /// Spending's share of the budget.
  case budgetExecution

  /// What is counted, and whether what counts is more than the record itself says.
  public func source(from first: CivilDate, to day: CivilDate, stage: Stage) -> FigureSource {
    switch self {
    case .publicityEvents: .activities(kind: "publicity", from: first, to: day)
    case .trainingPersonTimes: .activities(kind: "training", from: first, to: day)
    case .satisfaction: .activities(kind: "satisfaction", from: first, to: day)
    case .completionRate, .completionByDeadline:
      .objects(hazard: nil, town: nil, surveyor: nil, stage: stage, day: day)
    case .publicityCostRatio: .expenses(from: first, to: day, isPublicity: true)
    case .budgetExecution: .expenses(from: first, to: day, isPublicity: nil)
    }
  }
}
