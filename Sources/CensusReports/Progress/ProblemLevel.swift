import CensusDomain

/// How grave a problem is; the three levels follow what a form's rule does and are our proposal.
public enum ProblemLevel: String, Sendable, Codable, CaseIterable {
  /// Must be mended before the entry can pass.
  case serious
  /// Passes with a reason.
  case ordinary
  /// To be looked at.
  case hint

  /// The level's name.
  public var name: LocalizedText {
    switch self {
    case .serious: LocalizedText(zh: "严重", en: "Serious")
    case .ordinary: LocalizedText(zh: "一般", en: "Ordinary")
    case .hint: LocalizedText(zh: "提示", en: "Hint")
    }
  }
}
