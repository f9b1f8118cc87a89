import CensusDomain

/// Whether the completion target is met, as the design's section 6 words it.
public enum CompletionVerdict: String, Sendable, Encodable, CaseIterable {
  /// Every applicable hazard reaches the target.
  case met
  /// The hazards taken together reach the target, but not each of them.
  case metOverallNotEachHazard
  /// The hazards taken together do not reach the target.
  case notMet
  /// Nobody has confirmed how many objects there are, so that nothing can be called complete.
  case denominatorNotConfirmed

  /// Judges one hazard.
  init(_ rate: CompletionRate, target: Ratio, isFrozen: Bool) {
    guard isFrozen, let ratio = rate.ratio else {
      self = .denominatorNotConfirmed
      return
    }
    self = ratio.isAtLeast(target) ? .met : .notMet
  }

  /// Judges several hazards together from their own verdicts and their pooled rate.
  ///
  /// Hazards without a confirmed denominator never help: with them the best verdict is
  /// `denominatorNotConfirmed`, and only where every other hazard reaches the target.
  init(hazards: [CompletionVerdict], pooled: CompletionRate, target: Ratio) {
    if hazards.contains(.notMet) {
      let isMetOverall = pooled.ratio.map { $0.isAtLeast(target) } ?? false
      self = isMetOverall ? .metOverallNotEachHazard : .notMet
    } else if hazards.isEmpty || hazards.contains(.denominatorNotConfirmed) {
      self = .denominatorNotConfirmed
    } else {
      self = .met
    }
  }

  /// The verdict in words.
  public var name: LocalizedText {
    switch self {
    case .met: LocalizedText(zh: "达标", en: "Met")
    case .metOverallNotEachHazard:
      LocalizedText(zh: "总体达标，但有灾种未达标", en: "Met overall, not in each hazard")
    case .notMet: LocalizedText(zh: "未达标", en: "Not met")
    case .denominatorNotConfirmed:
      LocalizedText(zh: "底数未确认", en: "Denominator not confirmed")
    }
  }
}
