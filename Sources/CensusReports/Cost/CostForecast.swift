import CensusDomain

/// Spending at year end if it goes on as it did so far (figure C of the design's section 6).
///
/// Both amounts are spending to date times days of the year over days elapsed, each rounded to a fen.
/// The total is capped at the budget, or at what is spent already if that is more, because no more
/// can be paid; publicity is not capped, so that the forecast errs on the side of warning.
public struct CostForecast: Sendable, Hashable {
  /// Publicity at year end.
  public let publicity: Fen
  /// All spending at year end.
  public let total: Fen
  /// Publicity against all spending, computed before rounding to fen.
  public let ratio: Ratio
  /// The ratio as a percentage.
  public let percent: String

  /// How the forecast is made, as named in JSON.
  public static let method = "straightLineOfYear"

  /// Extends `totals`; nil where nothing is spent or no day of the year has passed.
  init?(_ totals: CostTotals, _ input: CostInput) {
    guard totals.total > .zero,
      let yearStart = CivilDate(year: input.yearEnd.parts.year, month: 1, day: 1)
    else { return nil }
    let days = Int64(input.yearEnd.dayNumber - yearStart.dayNumber + 1)
    let elapsed = min(days, Int64(input.asOf.dayNumber - yearStart.dayNumber + 1))
    guard elapsed > 0,
      let publicityLine = Ratio(totals.publicity.value, over: 1)?.times(days, over: elapsed),
      let totalLine = Ratio(totals.total.value, over: 1)?.times(days, over: elapsed)
    else { return nil }

    let cap = max(input.budget, totals.total)
    publicity = CostForecast.rounded(publicityLine)
    if let capped = Ratio(cap.value, over: 1), totalLine.isAtLeast(capped) {
      guard let exact = publicityLine.times(1, over: cap.value) else { return nil }
      total = cap
      ratio = exact
    } else {
      // Both lines have the same slope factor, so that the ratio is today's.
      guard let exact = totals.ratio else { return nil }
      total = CostForecast.rounded(totalLine)
      ratio = exact
    }
    percent = ratio.percent(distinctFrom: input.limit)
  }

  private static func rounded(_ ratio: Ratio) -> Fen {
    let (quotient, rest) = ratio.numerator.quotientAndRemainder(dividingBy: ratio.denominator)
    let roundsAway = rest.magnitude >= ratio.denominator.magnitude - rest.magnitude
    return Fen(roundsAway ? quotient + rest.signum() : quotient)
  }
}

extension CostForecast: Encodable {
  enum CodingKeys: String, CodingKey {
    case publicityFen, totalFen, ratio, percent, method
  }

  /// Writes amounts in fen and the ratio as a number.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(publicity, forKey: .publicityFen)
    try container.encode(total, forKey: .totalFen)
    try container.encode(ratio.value, forKey: .ratio)
    try container.encode(percent, forKey: .percent)
    try container.encode(CostForecast.method, forKey: .method)
  }
}
