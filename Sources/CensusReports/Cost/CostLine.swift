import CensusDomain

/// One line of a voucher, as far as the census's cost figures need it.
public struct CostLine: Sendable, Hashable {
  /// The day of payment, which decides the period (census-domain notes, section 5.3).
  public var date: CivilDate
  /// What was paid; refunds are negative.
  public var amount: Fen
  /// Whether the line counts as publicity cost (宣传费用).
  public var isPublicity: Bool

  /// Makes a line.
  public init(date: CivilDate, amount: Fen, isPublicity: Bool) {
    self.date = date
    self.amount = amount
    self.isPublicity = isPublicity
  }
}
