import CensusDomain

/// A warning that the indicator is in danger although it may still be met today.
public enum CostAlarm: String, Sendable, Encodable, CaseIterable {
  /// Publicity has used more than its share of the whole budget.
  case budgetShareOverLimit
  /// Publicity will be above its share of the spending at year end at the pace so far.
  case forecastOverLimit

  /// The alarm in words.
  public var name: LocalizedText {
    switch self {
    case .budgetShareOverLimit:
      LocalizedText(
        zh: "宣传费用占预算的比例已超过上限", en: "Publicity is above its limit as a share of the budget")
    case .forecastOverLimit:
      LocalizedText(
        zh: "按目前支出进度，年底宣传费用比例将超过上限",
        en: "At the pace so far, publicity will be above its limit at year end")
    }
  }
}
