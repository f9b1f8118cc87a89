import CensusAPI
import CensusDomain
import CensusReports

/// What the survey is measured against.
public struct SurveySettings: Sendable, Hashable {
  /// The project's budget.
  public var budget: Fen
  /// The completion rate to be reached, in whole percent.
  public var targetPercent: Int
  /// The share that publicity may have, in whole percent.
  public var publicityLimitPercent: Int
  /// The day on which surveying began; nil means the first day of the year reported on.
  public var surveyStart: CivilDate?
  /// The day by which the target is to be reached; nil means the last day of the year reported on.
  public var deadline: CivilDate?
  /// What is to be paid by when, shares anew in each year; a year without a step has the plan of the
  /// targets 2021.
  public var paymentPlan: [PaymentDue]
  /// Hazards that do not occur in the district, with the reasons; they count in no figure.
  public var notApplicable: [Hazard: LocalizedText]
  /// By which error rate a quality sample is judged; which one superior offices ask for is not confirmed.
  public var qualityMethod: QualityMethod
  /// The greatest error rate with which a quality sample passes, in whole percent.
  ///
  /// The default of 5 is not confirmed: all published rates that passed are below it (domain notes, 3.3).
  public var qualityLimitPercent: Int

  /// Makes settings; defaults are those of the performance targets 2021, section 5.
  public init(
    budget: Fen = CostInput.budgetOf2021, targetPercent: Int = 60,
    publicityLimitPercent: Int = 15, surveyStart: CivilDate? = nil, deadline: CivilDate? = nil,
    paymentPlan: [PaymentDue] = [], notApplicable: [Hazard: LocalizedText] = [:],
    qualityMethod: QualityMethod = .pooled, qualityLimitPercent: Int = 5
  ) {
    self.budget = budget
    self.targetPercent = targetPercent
    self.publicityLimitPercent = publicityLimitPercent
    self.surveyStart = surveyStart
    self.deadline = deadline
    self.paymentPlan = paymentPlan
    self.notApplicable = notApplicable
    self.qualityMethod = qualityMethod
    self.qualityLimitPercent = qualityLimitPercent
  }

  /// The hazards that do not apply, in the census's order.
  var declared: [NotApplicableHazard] {
    Hazard.allCases.compactMap { hazard in
      notApplicable[hazard].map { NotApplicableHazard(hazard: hazard, reason: $0) }
    }
  }

  var target: Ratio { SurveySettings.percent(targetPercent) }
  var publicityLimit: Ratio { SurveySettings.percent(publicityLimitPercent) }
  var qualityLimit: Ratio { SurveySettings.percent(qualityLimitPercent) }

  private static func percent(_ value: Int) -> Ratio {
    Ratio(Int64(value), over: 100) ?? CompletionInput.targetOf2021
  }

  /// The span of the survey as seen from `day`.
  func span(around day: CivilDate) -> (start: CivilDate, deadline: CivilDate) {
    let year = day.parts.year
    return (
      surveyStart ?? CivilDate(year: year, month: 1, day: 1) ?? day,
      deadline ?? CivilDate(year: year, month: 12, day: 31) ?? day
    )
  }
}

extension SurveySettings {
  init(_ records: any CentralTransaction) throws {
    let texts = try SettingKey.all(records)
    self.init()
    if let fen = texts[.budgetFen].flatMap({ Int64($0) }) { budget = Fen(fen) }
    if let percent = texts[.targetPercent].flatMap({ Int($0) }) { targetPercent = percent }
    if let percent = texts[.publicityLimitPercent].flatMap({ Int($0) }) {
      publicityLimitPercent = percent
    }
    surveyStart = texts[.surveyStart].flatMap { CivilDate($0) }
    deadline = texts[.deadline].flatMap { CivilDate($0) }
    if let text = texts[.paymentPlan] {
      paymentPlan = try OperationCoding.decode([PaymentDue].self, from: Array(text.utf8))
    }
    if let text = texts[.notApplicable] {
      notApplicable = try OperationCoding.decode(
        [Hazard: LocalizedText].self, from: Array(text.utf8))
    }
    if let method = texts[.qualityMethod].flatMap({ QualityMethod(rawValue: $0) }) {
      qualityMethod = method
    }
    if let percent = texts[.qualityLimitPercent].flatMap({ Int($0) }) {
      qualityLimitPercent = percent
    }
  }

  func save(_ records: any CentralTransaction) throws {
    try SettingKey.budgetFen.set(String(budget.value), in: records)
    try SettingKey.targetPercent.set(String(targetPercent), in: records)
    try SettingKey.publicityLimitPercent.set(String(publicityLimitPercent), in: records)
    try SettingKey.surveyStart.set(surveyStart?.description ?? "", in: records)
    try SettingKey.deadline.set(deadline?.description ?? "", in: records)
    let plan = try OperationCoding.encode(paymentPlan)
    try SettingKey.paymentPlan.set(String(decoding: plan, as: UTF8.self), in: records)
    let reasons = try OperationCoding.encode(notApplicable)
    try SettingKey.notApplicable.set(String(decoding: reasons, as: UTF8.self), in: records)
    try SettingKey.qualityMethod.set(qualityMethod.rawValue, in: records)
    try SettingKey.qualityLimitPercent.set(String(qualityLimitPercent), in: records)
  }

  var fault: LocalizedText? {
    if budget <= .zero { return LocalizedText(zh: "预算须大于 0。", en: "The budget is above zero.") }
    let percents = [targetPercent, publicityLimitPercent, qualityLimitPercent]
    if !percents.allSatisfy((1...100).contains) {
      return LocalizedText(zh: "百分比须在 1 至 100 之间。", en: "A percentage is from 1 to 100.")
    }
    // Shares begin anew with each year's budget.
    let years = Dictionary(grouping: paymentPlan) { $0.date.parts.year }.values
    let isWrong = years.contains { steps in
      let shares = steps.map(\.percent)
      return shares != shares.sorted() || Set(steps.map(\.date)).count != steps.count
        || shares.contains { !(0...100).contains($0) }
    }
    if isWrong {
      return LocalizedText(
        zh: "支付计划的日期不得重复，累计百分比须在 0 至 100 之间且不减少。",
        en: "The payment plan has each day once, and shares from 0 to 100 that do not fall.")
    }
    if let surveyStart, let deadline, surveyStart > deadline {
      return LocalizedText(zh: "开始日期晚于截止日期。", en: "The start is after the deadline.")
    }
    return nil
  }
}
