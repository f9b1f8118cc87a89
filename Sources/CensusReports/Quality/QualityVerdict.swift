import CensusDomain

/// Whether what was sampled is good enough.
public enum QualityVerdict: String, Sendable, Encodable, CaseIterable {
  /// Objects of the sample are not yet checked, so that nothing can be said.
  case incomplete
  /// The rate is within the limit.
  case passed
  /// The rate is over the limit: everything that the sample stands for is to be looked at again.
  case failed

  /// The verdict in words, as the published tables have it (核查结果).
  public var name: LocalizedText {
    switch self {
    case .incomplete: LocalizedText(zh: "核查尚未完成", en: "Not yet complete")
    case .passed: LocalizedText(zh: "通过", en: "Passed")
    case .failed: LocalizedText(zh: "不通过", en: "Not passed")
    }
  }
}
