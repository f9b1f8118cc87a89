import CensusDomain

/// Objects done against objects that should be surveyed; without a rate where none should be.
public struct CompletionRate: Sendable, Hashable {
  /// Objects that have reached the required stage.
  public let done: Int
  /// Objects that should be surveyed.
  public let shouldSurvey: Int
  /// The exact rate; nil for 0/0, which is an unconfirmed denominator and never 100 %.
  public let ratio: Ratio?
  /// The rate as a percentage that never looks equal to the target unless it is.
  public let percent: String?

  /// Counts what `funnel` holds at `stage`.
  init(_ funnel: Funnel, stage: Stage, target: Ratio) {
    done = funnel.reached(stage)
    shouldSurvey = funnel.shouldSurvey
    ratio = Ratio(Int64(done), over: Int64(shouldSurvey))
    percent = ratio?.percent(distinctFrom: target)
  }
}

extension CompletionRate: Encodable {
  enum CodingKeys: String, CodingKey {
    case done, shouldSurvey, rate, percent
  }

  /// Writes the counts, the rate as a number or null, and the percentage as text or null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(done, forKey: .done)
    try container.encode(shouldSurvey, forKey: .shouldSurvey)
    try container.encode(ratio?.value, forKey: .rate)
    try container.encode(percent, forKey: .percent)
  }
}
