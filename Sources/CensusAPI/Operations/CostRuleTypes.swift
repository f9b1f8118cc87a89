import CensusDomain

/// A word of a voucher line's summary, and whether such a line counts as publicity.
public struct PublicityRule: Sendable, Hashable, Codable {
  /// The word.
  public var word: String
  /// Whether it counts.
  public var verdict: PublicityVerdict
  /// Why, as it is noted with the line.
  public var reason: String

  /// Makes a rule.
  public init(word: String, verdict: PublicityVerdict, reason: String) {
    self.word = word
    self.verdict = verdict
    self.reason = reason
  }
}

/// The list of what counts as publicity; the first rule whose word a summary has decides.
public struct CostRules: Sendable, Hashable, Codable {
  /// The rules, in order.
  public var rules: [PublicityRule]
  /// Whether this is still the program's proposal, which has no official source.
  public var isProposal: Bool

  /// Makes a list.
  public init(rules: [PublicityRule], isProposal: Bool) {
    self.rules = rules
    self.isProposal = isProposal
  }

  /// The rule that decides about a line with this summary; nil where none speaks of it.
  public func rule(for summary: String) -> PublicityRule? {
    rules.first { summary.contains($0.word) }
  }
}

/// A new list of what counts as publicity; without one it only asks.
public struct CostRulesChange: Sendable, Codable {
  /// The rules, in order.
  public var rules: [PublicityRule]?

  /// Makes a change.
  public init(rules: [PublicityRule]? = nil) { self.rules = rules }
}
