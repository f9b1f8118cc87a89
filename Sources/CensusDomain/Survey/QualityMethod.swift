/// How the error rate of a quality sample is worked out.
///
/// Both are in use: a provincial check of 2022 published wrong ÷ checked indicators, while the rates that a
/// city published in 2021 fit the mean of the objects' own rates (domain notes, section 3.3). Which of the
/// two a superior office asks for could not be confirmed, so it is a setting.
public enum QualityMethod: String, Sendable, Codable, CaseIterable {
  /// All wrong indicators ÷ all checked indicators.
  case pooled
  /// The mean, over the objects, of each object's wrong ÷ checked indicators.
  case perObjectMean

  /// The method in words.
  public var name: LocalizedText {
    switch self {
    case .pooled: LocalizedText(zh: "合并计算（错误指标÷核查指标）", en: "pooled (wrong ÷ checked indicators)")
    case .perObjectMean: LocalizedText(zh: "对象平均（各对象差错率的平均）", en: "mean of the objects' rates")
    }
  }
}
