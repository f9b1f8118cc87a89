import CensusDomain

/// A day by which a share of the budget is to be paid.
public struct PaymentDue: Sendable, Hashable, Codable {
  /// The due day.
  public var date: CivilDate
  /// The cumulative share of the budget, whole percent.
  public var percent: Int

  /// Makes a step of the plan.
  public init(date: CivilDate, percent: Int) {
    self.date = date
    self.percent = percent
  }
}

/// A hazard that does not occur in the district.
public struct InapplicableHazard: Sendable, Hashable, Codable {
  /// The hazard.
  public var hazard: Hazard
  /// Why it does not count.
  public var reason: LocalizedText

  /// Declares a hazard inapplicable.
  public init(hazard: Hazard, reason: LocalizedText) {
    self.hazard = hazard
    self.reason = reason
  }
}

/// What the survey is measured against.
public struct SettingsDocument: Sendable, Hashable, Codable {
  /// The project's budget, fen.
  public var budgetFen: Fen
  /// The completion rate to be reached, whole percent.
  public var targetPercent: Int
  /// The share that publicity may have, whole percent.
  public var publicityLimitPercent: Int
  /// The day on which surveying began; without it, the first day of the year reported on.
  public var surveyStart: CivilDate?
  /// The day by which the target is to be reached; without it, the last day of the year reported on.
  public var deadline: CivilDate?
  /// What is to be paid by when; a year without a step has the plan of the performance targets 2021.
  public var paymentPlan: [PaymentDue]
  /// The hazards that count in no figure, in the census's order.
  public var notApplicable: [InapplicableHazard]
  /// By which error rate a quality sample is judged.
  public var qualityMethod: QualityMethod
  /// The greatest error rate with which a quality sample passes, whole percent; unconfirmed.
  public var qualityLimitPercent: Int

  /// Describes settings.
  public init(
    budgetFen: Fen, targetPercent: Int, publicityLimitPercent: Int, surveyStart: CivilDate?,
    deadline: CivilDate?, paymentPlan: [PaymentDue], notApplicable: [InapplicableHazard],
    qualityMethod: QualityMethod, qualityLimitPercent: Int
  ) {
    self.budgetFen = budgetFen
    self.targetPercent = targetPercent
    self.publicityLimitPercent = publicityLimitPercent
    self.surveyStart = surveyStart
    self.deadline = deadline
    self.paymentPlan = paymentPlan
    self.notApplicable = notApplicable
    self.qualityMethod = qualityMethod
    self.qualityLimitPercent = qualityLimitPercent
  }
}

/// A change of settings; what is not given stays.
///
/// One that gives nothing only asks.
public struct SettingsChange: Sendable, Hashable, Codable {
  /// The budget, fen.
  public var budgetFen: Fen?
  /// The completion rate to be reached, whole percent.
  public var targetPercent: Int?
  /// The share that publicity may have, whole percent.
  public var publicityLimitPercent: Int?
  /// The day on which surveying began.
  public var surveyStart: CivilDate?
  /// The day by which the target is to be reached.
  public var deadline: CivilDate?
  /// What is to be paid by when.
  public var paymentPlan: [PaymentDue]?
  /// The hazards that count in no figure; others apply.
  public var notApplicable: [InapplicableHazard]?
  /// By which error rate a quality sample is judged.
  public var qualityMethod: QualityMethod?
  /// The greatest error rate with which a quality sample passes, whole percent.
  public var qualityLimitPercent: Int?

  /// Makes a change.
  public init(
    budgetFen: Fen? = nil, targetPercent: Int? = nil, publicityLimitPercent: Int? = nil,
    surveyStart: CivilDate? = nil, deadline: CivilDate? = nil, paymentPlan: [PaymentDue]? = nil,
    notApplicable: [InapplicableHazard]? = nil, qualityMethod: QualityMethod? = nil,
    qualityLimitPercent: Int? = nil
  ) {
    self.budgetFen = budgetFen
    self.targetPercent = targetPercent
    self.publicityLimitPercent = publicityLimitPercent
    self.surveyStart = surveyStart
    self.deadline = deadline
    self.paymentPlan = paymentPlan
    self.notApplicable = notApplicable
    self.qualityMethod = qualityMethod
    self.qualityLimitPercent = qualityLimitPercent
  }
}
