import CensusDomain

/// The words that several renderings of a report share.
enum Wording {
  /// Stands where a figure cannot be computed.
  static let none = "—"
  static let hazardClass = LocalizedText(zh: "灾害类别", en: "Class")
  static let hazard = LocalizedText(zh: "灾种", en: "Hazard")
  static let town = LocalizedText(zh: "乡镇（街道）", en: "Township")
  static let townCode = LocalizedText(zh: "区划代码", en: "Code")
  static let surveyor = LocalizedText(zh: "调查员", en: "Surveyor")
  static let shouldSurvey = LocalizedText(zh: "应查", en: "To survey")
  static let recorded = LocalizedText(zh: "已录入", en: "Recorded")
  static let received = LocalizedText(zh: "已接收", en: "Received")
  static let countyPassed = LocalizedText(zh: "县级通过", en: "County passed")
  static let cityPassed = LocalizedText(zh: "市级通过", en: "City passed")
  static let rate = LocalizedText(zh: "完成率", en: "Rate")
  static let verdict = LocalizedText(zh: "结论", en: "Verdict")
  static let reason = LocalizedText(zh: "原因", en: "Reason")
  static let objects = LocalizedText(zh: "底册对象", en: "Listed objects")
  static let total = LocalizedText(zh: "合计", en: "Total")
  static let item = LocalizedText(zh: "项目", en: "Item")
  static let value = LocalizedText(zh: "数值", en: "Value")
  static let unnamed = LocalizedText(zh: "（未填）", en: "(not stated)")
  static let unconfirmed = LocalizedText(zh: "底数未确认", en: "Not confirmed")
  static let month = LocalizedText(zh: "月份", en: "Month")
  static let spending = LocalizedText(zh: "支出（元）", en: "Spending (yuan)")
  static let publicity = LocalizedText(zh: "其中宣传费用（元）", en: "Of it publicity (yuan)")

  /// A stage's name as the funnel's headings word it.
  static func name(of stage: Stage) -> LocalizedText {
    switch stage {
    case .none: shouldSurvey
    case .recorded: recorded
    case .received: received
    case .countyPassed: countyPassed
    case .cityPassed: cityPassed
    }
  }
}
