import CensusDomain

/// What an indicator is to reach: as the sheet writes it, and as it is judged.
public struct IndicatorTarget: Sendable, Hashable {
  /// How a value is held against the target.
  public enum Rule: Sendable, Hashable {
    case atLeast(Quantity), atMost(Quantity), exactly(Quantity)
    /// No number: a person judges.
    case qualitative
  }

  /// The cell as the sheet writes it, such as `≥2次`.
  public var text: String
  /// How a value is held against it.
  public var rule: Rule
  /// The unit of the value and of what is recorded; empty where there is none.
  public var unit: String
  /// By when, where the target is a day.
  public var deadline: CivilDate?

  /// Makes a target.
  public init(text: String, rule: Rule, unit: String = "", deadline: CivilDate? = nil) {
    self.text = text
    self.rule = rule
    self.unit = unit
    self.deadline = deadline
  }

  /// The number; nil for a qualitative target.
  public var value: Quantity? {
    switch rule {
    case .atLeast(let value), .atMost(let value), .exactly(let value): value
    case .qualitative: nil
    }
  }

  /// Whether the target is an amount of money, of which nothing spent is no achievement.
  var isMoney: Bool { unit.hasPrefix("元") || unit.hasPrefix("万元") || unit.hasPrefix("亿元") }

  /// Whether `value` reaches the target; nil for a qualitative one.
  func isReached(by value: Ratio) -> Bool? {
    switch rule {
    case .atLeast(let target): value.isAtLeast(target.ratio)
    case .atMost(let target): target.ratio.isAtLeast(value)
    case .exactly(let target): value.isAtLeast(target.ratio) && target.ratio.isAtLeast(value)
    case .qualitative: nil
    }
  }
}
