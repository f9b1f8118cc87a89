import CensusDomain

/// The progress of one hazard, one township, one hazard in one township, or all together.
public struct ProgressRow: Sendable, Hashable {
  /// The hazard; nil where the row covers all applicable ones.
  public let hazard: Hazard?
  /// The township's code, empty where the inventory names none; nil where the row covers all.
  public let town: String?
  /// The objects at the period's end.
  public let now: ProgressCount
  /// The objects at the end of the period before.
  public let before: ProgressCount
  /// How one came of the other.
  public let bridge: ProgressBridge
  /// Objects done against objects to be surveyed, at the period's end.
  public let rate: CompletionRate
  /// The same at the end of the period before.
  public let previousRate: CompletionRate
  /// The place by rate among the rows that it is compared with, 1 for the highest.
  ///
  /// Equal rates share a place. Nil without a rate, and for the total.
  public internal(set) var rank: Int?

  init(
    hazard: Hazard?, town: String?, now: ProgressCount, before: ProgressCount,
    bridge: ProgressBridge, terms: ProgressTerms
  ) {
    self.hazard = hazard
    self.town = town
    self.now = now
    self.before = before
    self.bridge = bridge
    let target = terms.line.target
    rate = CompletionRate(now.funnel, stage: terms.requiredStage, target: target)
    previousRate = CompletionRate(before.funnel, stage: terms.requiredStage, target: target)
  }

  /// The change of the rate since the period before; nil where one of the two has none.
  public var rateChange: Ratio? {
    guard let now = rate.ratio, let before = previousRate.ratio else { return nil }
    return now.less(before)
  }

  /// The difference in objects to be surveyed that no change accounts for; 0 where the records are whole.
  public var unexplainedObjects: Int {
    now.funnel.shouldSurvey - before.funnel.shouldSurvey - bridge.effectOnObjects
  }

  /// The difference in objects done that no change accounts for; 0 where the records are whole.
  public var unexplainedDone: Int { rate.done - previousRate.done - bridge.effectOnDone }
}

extension [ProgressRow] {
  /// Gives each row with a rate its place among all of them.
  mutating func rank() {
    let rates = map(\.rate.ratio)
    for index in indices {
      guard let own = rates[index] else { continue }
      self[index].rank = 1 + rates.count { other in other.map { !own.isAtLeast($0) } ?? false }
    }
  }
}
