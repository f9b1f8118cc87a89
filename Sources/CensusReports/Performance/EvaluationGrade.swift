import CensusDomain

/// The grade of a self-evaluation.
public enum EvaluationGrade: String, Sendable, CaseIterable {
  case excellent, good, medium, poor

  /// The grade in words.
  public var name: LocalizedText {
    switch self {
    case .excellent: LocalizedText(zh: "优", en: "Excellent")
    case .good: LocalizedText(zh: "良", en: "Good")
    case .medium: LocalizedText(zh: "中", en: "Medium")
    case .poor: LocalizedText(zh: "差", en: "Poor")
    }
  }
}
