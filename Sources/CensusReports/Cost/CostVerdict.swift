import CensusDomain

/// Whether publicity stays within its share of the spending so far.
public enum CostVerdict: String, Sendable, Encodable, CaseIterable {
  /// The share is at or below the limit.
  case met
  /// The share is above the limit.
  case notMet
  /// Nothing is spent yet, which is not a pass.
  case noSpendingYet

  /// Judges spending against `limit`.
  init(_ totals: CostTotals, limit: Ratio) {
    if let ratio = totals.ratio {
      self = limit.isAtLeast(ratio) ? .met : .notMet
    } else {
      // Publicity that nothing else balances is above every limit.
      self = totals.publicity > .zero ? .notMet : .noSpendingYet
    }
  }

  /// The verdict in words.
  public var name: LocalizedText {
    switch self {
    case .met: LocalizedText(zh: "达标", en: "Met")
    case .notMet: LocalizedText(zh: "未达标", en: "Not met")
    case .noSpendingYet: LocalizedText(zh: "尚未发生支出", en: "No spending yet")
    }
  }
}
