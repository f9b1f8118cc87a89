import CensusDomain

/// Spending in total and for publicity.
struct CostTotals: Sendable, Hashable {
  /// All spending.
  private(set) var total = Fen.zero
  /// What of it is publicity.
  private(set) var publicity = Fen.zero

  /// Adds a line.
  mutating func add(_ line: CostLine) {
    total += line.amount
    if line.isPublicity { publicity += line.amount }
  }

  /// Publicity against all spending; nil unless something is spent on balance.
  ///
  /// Where refunds exceed payments, a fraction of the two would change its sign and mean nothing.
  var ratio: Ratio? {
    total > .zero ? Ratio(publicity.value, over: total.value) : nil
  }
}
