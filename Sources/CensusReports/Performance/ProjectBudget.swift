import CensusDomain

/// 预算规模及资金用途: how much money from where, and what for.
public struct ProjectBudget: Sendable, Hashable {
  /// An amount beside how the sheet writes it, such as `9.2万元` or a bare `30`.
  public struct Amount: Sendable, Hashable {
    /// The cell as written.
    public var text: String
    /// What it means.
    public var fen: Fen

    /// Makes an amount.
    public init(text: String, fen: Fen) {
      self.text = text
      self.fen = fen
    }
  }

  /// 预算数.
  public var total: Amount
  /// 财政资金.
  public var fiscal: Amount
  /// 其他资金.
  public var other: Amount
  /// What the money is for.
  public var purpose: String
  /// Whether the central's ledger is this project's, so that what was spent need not be recorded by hand.
  public var usesLedger: Bool

  /// Makes a budget.
  public init(
    total: Amount, fiscal: Amount, other: Amount, purpose: String, usesLedger: Bool = false
  ) {
    self.total = total
    self.fiscal = fiscal
    self.other = other
    self.purpose = purpose
    self.usesLedger = usesLedger
  }
}
