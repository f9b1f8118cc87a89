import CensusDomain

/// What a cell shows, exact and before it is put into words.
public enum PaperValue: Sendable, Hashable, Codable {
  /// Nothing.
  case empty
  /// The program's words.
  case text(LocalizedText)
  /// What somebody typed, shown as it stands; never read as a formula.
  case typed(String)
  /// A code or number that is no quantity, kept as text with its leading zeros.
  case code(String)
  /// How many.
  case count(Int)
  /// Money.
  case money(Fen, MoneyUnit)
  /// A rate, shown as a percentage with so many places; the denominator is not 0.
  case rate(numerator: Int64, denominator: Int64, places: Int)
  /// Any other number as an exact decimal, such as a score `9.75`.
  case decimal(String)
  /// A day.
  case day(CivilDate)
  /// There is no value, and why: no denominator, no spending yet.
  case none(LocalizedText)

  /// In which unit money is shown.
  public enum MoneyUnit: String, Sendable, Codable {
    case yuan, tenThousandYuan
  }

  /// The rate, or ``none(_:)`` with `reason` where there is none.
  ///
  /// Two places, or more where two would look like `threshold`.
  static func rate(
    _ ratio: Ratio?, distinctFrom threshold: Ratio? = nil, orNone reason: LocalizedText
  ) -> PaperValue {
    guard let ratio else { return .none(reason) }
    let text = threshold.map { ratio.percent(distinctFrom: $0) } ?? ratio.percent()
    let places = text.dropLast().drop { $0 != "." }.count - 1
    return .rate(numerator: ratio.numerator, denominator: ratio.denominator, places: places)
  }
}
