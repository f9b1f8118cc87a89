import CensusDomain

/// What a quality check found, as its own report states it.
public struct QualityOutcome: Sendable, Hashable {
  /// The draw's number.
  public var draw: Int
  /// The day on which it was closed.
  public var day: CivilDate
  /// Who checked: county self-check, city, province.
  public var level: LocalizedText
  /// Objects checked.
  public var objects: Int
  /// Indicators checked.
  public var indicators: Int
  /// Indicators found wrong.
  public var wrong: Int
  /// The error rate by whichever method the check uses; nil where nothing was checked.
  public var rate: Ratio?
  /// The verdict in words.
  public var verdict: LocalizedText
  /// Whether the check was passed.
  public var isPassed: Bool

  /// Makes an outcome.
  public init(
    draw: Int, day: CivilDate, level: LocalizedText, objects: Int, indicators: Int, wrong: Int,
    rate: Ratio?, verdict: LocalizedText, isPassed: Bool
  ) {
    self.draw = draw
    self.day = day
    self.level = level
    self.objects = objects
    self.indicators = indicators
    self.wrong = wrong
    self.rate = rate
    self.verdict = verdict
    self.isPassed = isPassed
  }
}
