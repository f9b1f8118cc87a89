import CensusDomain

/// What is known of one indicator on a day: its value, and what was said of it.
public struct IndicatorStanding: Sendable, Hashable {
  /// Where it stands.
  public var actual: IndicatorActual
  /// The figure's records.
  public var source: FigureSource
  /// What is expected by the end of the year; nil lets the sheet propose it.
  public var forecast: IndicatorActual?
  /// Why it deviates; nil where nobody said.
  public var reason: DeviationReason?
  /// Whether it can be reached; nil lets the sheet propose it.
  public var likelihood: TargetLikelihood?
  /// What was said of it.
  public var note: String

  /// Makes a standing.
  public init(
    actual: IndicatorActual, source: FigureSource, forecast: IndicatorActual? = nil,
    reason: DeviationReason? = nil, likelihood: TargetLikelihood? = nil, note: String = ""
  ) {
    self.actual = actual
    self.source = source
    self.forecast = forecast
    self.reason = reason
    self.likelihood = likelihood
    self.note = note
  }
}
