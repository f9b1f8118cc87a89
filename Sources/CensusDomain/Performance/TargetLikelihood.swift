/// Whether a target can still be reached within the year, in the classes of the monitoring sheet.
///
/// Source: domain notes, section 5.1, after 财预〔2019〕136号; the classes are unverified.
public enum TargetLikelihood: String, Sendable, Codable, CaseIterable {
  case certain, possible, impossible

  /// The class in words.
  public var name: LocalizedText {
    switch self {
    case .certain: LocalizedText(zh: "确定能", en: "Certain")
    case .possible: LocalizedText(zh: "有可能", en: "Possible")
    case .impossible: LocalizedText(zh: "完全不可能", en: "Impossible")
    }
  }
}
