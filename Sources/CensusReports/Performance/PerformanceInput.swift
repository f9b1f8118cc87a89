import CensusDomain

/// Everything that a project's sheets are made from; equal inputs give equal sheets.
public struct PerformanceInput: Sendable, Hashable {
  /// The project.
  public var project: PerformanceProject
  /// The day described, within the budget year.
  public var asOf: CivilDate
  /// What was paid by then; nil where nobody recorded it.
  public var executed: Fen?
  /// The records of what was paid.
  public var executionSource: FigureSource
  /// What is expected to be paid by the end of the year; nil lets the sheet propose it.
  public var executionForecast: Fen?
  /// How each indicator stands, by id; one that is missing has no record.
  public var standings: [String: IndicatorStanding]
  /// The year's achievements in words; empty leaves a blank.
  public var achievements: String

  /// Makes an input.
  public init(
    project: PerformanceProject, asOf: CivilDate, executed: Fen? = nil,
    executionSource: FigureSource? = nil, executionForecast: Fen? = nil,
    standings: [String: IndicatorStanding] = [:], achievements: String = ""
  ) {
    self.project = project
    self.asOf = asOf
    self.executed = executed
    self.executionSource =
      executionSource
      ?? .indicator(project: project.id, indicator: PerformanceProject.execution, to: asOf)
    self.executionForecast = executionForecast
    self.standings = standings
    self.achievements = achievements
  }

  /// How `indicator` stands.
  func standing(of indicator: ProjectIndicator) -> IndicatorStanding {
    standings[indicator.id]
      ?? IndicatorStanding(
        actual: .none(LocalizedText(zh: "未登记", en: "Not recorded")),
        source: .indicator(project: project.id, indicator: indicator.id, to: asOf))
  }
}
