import CensusDomain

/// How a project runs against its targets, with what is expected by the end of the year.
public struct Monitoring: Sendable, Hashable {
  /// An indicator with what it is heading for.
  public struct Row: Sendable, Hashable {
    /// The indicator.
    public let indicator: ProjectIndicator
    /// Where it stands.
    public let standing: IndicatorStanding
    /// What is expected by the end of the year.
    public let forecast: IndicatorActual
    /// Whether the target can be reached.
    public let likelihood: TargetLikelihood
    /// Whether the value falls short of the target today; nil where that cannot be said.
    public let isBehind: Bool?
  }

  /// What it was made from.
  public let input: PerformanceInput
  /// The indicators in the sheet's order.
  public let rows: [Row]
  /// What is expected to be paid by the end of the year; nil where nobody recorded what is paid.
  public let executionForecast: Fen?

  /// Judges a project on a day.
  public init(_ input: PerformanceInput) {
    self.input = input
    let trend = Trend(input.asOf, within: input.project)
    rows = input.project.indicators.map { indicator in
      let standing = input.standing(of: indicator)
      let forecast = standing.forecast ?? trend.forecast(standing.actual, of: indicator)
      return Row(
        indicator: indicator, standing: standing, forecast: forecast,
        likelihood: standing.likelihood
          ?? trend.likelihood(standing.actual, forecast: forecast, of: indicator),
        isBehind: Trend.reaches(standing.actual, indicator.target).map { !$0 })
    }
    executionForecast =
      input.executionForecast
      ?? input.executed.map { trend.forecast($0, budget: input.project.budget.total.fen) }
  }

  /// What the plan asks to have been paid by the day: the share, and the amount, rounded up to a fen.
  public var due: (percent: Int, amount: Fen) {
    let steps = input.project.paymentSteps.filter { $0.date <= input.asOf }
    let percent = steps.max { $0.date < $1.date }?.percent ?? 0
    let share = Int128(input.project.budget.total.fen.value) * Int128(percent)
    return (percent, Fen(Int64(clamping: (share + 99) / 100)))
  }
}
