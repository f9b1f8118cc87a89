import CensusAPI
import CensusDomain
import CensusReports

extension SurveySettings {
  /// The settings as they travel.
  var document: SettingsDocument {
    SettingsDocument(
      budgetFen: budget, targetPercent: targetPercent,
      publicityLimitPercent: publicityLimitPercent, surveyStart: surveyStart, deadline: deadline,
      paymentPlan: paymentPlan,
      notApplicable: Hazard.allCases.compactMap { hazard in
        notApplicable[hazard].map { InapplicableHazard(hazard: hazard, reason: $0) }
      }, qualityMethod: qualityMethod, qualityLimitPercent: qualityLimitPercent)
  }

  /// The plan that the cost report of `year` compares with; nil for the default of that year.
  func paymentSteps(in year: Int) -> [PaymentStep]? {
    let steps = paymentPlan.filter { $0.date.parts.year == year }
    return steps.isEmpty ? nil : steps.map { PaymentStep(date: $0.date, percent: $0.percent) }
  }

  /// Takes over what `change` gives.
  mutating func apply(_ change: SettingsChange) {
    budget = change.budgetFen ?? budget
    targetPercent = change.targetPercent ?? targetPercent
    publicityLimitPercent = change.publicityLimitPercent ?? publicityLimitPercent
    surveyStart = change.surveyStart ?? surveyStart
    deadline = change.deadline ?? deadline
    paymentPlan = change.paymentPlan.map { $0.sorted { $0.date < $1.date } } ?? paymentPlan
    qualityMethod = change.qualityMethod ?? qualityMethod
    qualityLimitPercent = change.qualityLimitPercent ?? qualityLimitPercent
    if let hazards = change.notApplicable {
      notApplicable = Dictionary(hazards.map { ($0.hazard, $0.reason) }) { first, _ in first }
    }
  }
}
