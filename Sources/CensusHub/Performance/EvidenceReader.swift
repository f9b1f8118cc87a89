import CensusAPI
import CensusDomain
import CensusReports

/// Works indicators out from a central's own records as they stood on a day.
struct EvidenceReader {
  private let hub: Hub
  private let project: PerformanceProject
  private let records: any CentralTransaction
  private let day: CivilDate
  /// What a reader has to know of the figures that were worked out.
  private(set) var notes: [LocalizedText] = []

  init(
    hub: Hub, project: PerformanceProject, records: any CentralTransaction, day: CivilDate
  ) {
    self.hub = hub
    self.project = project
    self.records = records
    self.day = day
  }

  /// The records behind a figure.
  func source(_ evidence: IndicatorEvidence) throws -> FigureSource {
    // A deadline that has passed is judged by what there was then.
    let end = evidence == .completionByDeadline ? min(day, try deadline) : day
    return evidence.source(from: project.firstDay, to: end, stage: .countyPassed)
  }

  /// All that was spent by the day.
  var spent: Fen {
    get throws { try cost.total }
  }

  /// The value of an indicator, or the reason why there is none.
  mutating func actual(_ evidence: IndicatorEvidence) throws -> IndicatorActual {
    switch evidence {
    case .publicityEvents: return count(ActivityCount.publicityEvents(try activities))
    case .trainingPersonTimes: return count(ActivityCount.personTimes(try activities))
    case .satisfaction:
      let answers = ActivityCount.satisfaction(try activities)
      return .percent(
        Int64(answers.satisfied), of: Int64(answers.valid),
        orNone: LocalizedText(zh: "没有有效答卷", en: "No valid answers"))
    case .publicityCostRatio:
      let cost = try cost
      return .percent(
        cost.publicity.value, of: max(0, cost.total.value),
        orNone: LocalizedText(zh: "未发生支出，不评分", en: "Nothing was spent; not scored"))
    case .budgetExecution:
      return .percent(
        try spent.value, of: project.budget.total.fen.value,
        orNone: LocalizedText(zh: "没有预算", en: "No budget"))
    case .completionRate:
      let report = try completion(on: day)
      noteHazards(report)
      return percent(report)
    case .completionByDeadline: return try byDeadline()
    }
  }

  private func count(_ number: Int) -> IndicatorActual {
    Quantity(number).map { .measured($0.ratio) }
      ?? .none(LocalizedText(zh: "数值过大", en: "Too many to write"))
  }

  private func percent(_ report: CompletionReport) -> IndicatorActual {
    .percent(
      report.pooled.ratio?.numerator ?? 0, of: report.pooled.ratio?.denominator ?? 0,
      orNone: LocalizedText(zh: "底数未确认", en: "The denominator is not confirmed"))
  }

  /// Reached by then is all points; missed is the share of the target that was reached, within its band.
  private func byDeadline() throws -> IndicatorActual {
    let deadline = try deadline
    let report = try completion(on: min(day, deadline))
    guard let rate = report.pooled.ratio else { return percent(report) }
    if rate.isAtLeast(report.targetRate) {
      return .judged(Judgement(.achieved, percent: ScoringRules.percent(100)))
    }
    guard day >= deadline else {
      return .none(
        LocalizedText(
          zh: "期限 \(deadline) 未到，尚未达到", en: "Due on \(deadline), not reached yet"))
    }
    let bottom = Int128(rate.denominator) * Int128(report.targetRate.numerator)
    let top = Int128(rate.numerator) * Int128(report.targetRate.denominator)
    let whole = Int(top * Int128(project.scoring.partlyFrom.millionths / 1_000_000) / bottom)
    return .judged(Judgement(.missed, percent: ScoringRules.percent(whole)))
  }

  /// The indicator speaks of each single hazard, the rate of all together; where they differ, both are said.
  private mutating func noteHazards(_ report: CompletionReport) {
    let short = report.hazards.filter { $0.verdict != .met }.map(\.hazard.name)
    guard !short.isEmpty, report.verdict != .notMet else { return }
    notes.append(
      LocalizedText(
        zh: "完成率为各适用灾种合计；其中未达标或底数未确认的灾种：\(short.map(\.zh).joined(separator: "、"))。",
        en: """
          The completion rate is that of all applicable hazards together; below the target or without a confirmed \
          denominator are: \(short.map(\.en).joined(separator: ", ")).
          """))
  }

  /// The project's file and the central's settings state budget and plan each for itself; a difference is said.
  mutating func noteSettings() throws {
    let settings = try SurveySettings(records)
    let steps = settings.paymentSteps(in: project.year) ?? PaymentStep.plan(year: project.year)
    guard settings.budget != project.budget.total.fen || steps != project.paymentSteps else {
      return
    }
    notes.append(
      LocalizedText(
        zh: "项目文件的预算或支付计划与中心设置不同；本表按项目文件，费用情况表按设置。",
        en: """
          The project's file and the central's settings differ in budget or payment plan; this sheet goes by the \
          file, the cost report by the settings.
          """))
  }

  private var deadline: CivilDate {
    get throws { try SurveySettings(records).span(around: day).deadline }
  }

  private var activities: [Activity] {
    get throws {
      try records.ledger.activities(LedgerQuery(from: project.firstDay, to: day))
    }
  }

  private var cost: CostReport {
    get throws { CostReport(try hub.costInput(records, asOf: day)) }
  }

  private func completion(on day: CivilDate) throws -> CompletionReport {
    let caller = Caller.localAdministrator
    let isToday = day == hub.clock.now().officeDay
    let state =
      isToday
      ? try ReportState.present(records, for: caller)
      : try ReportState.past(records, at: Timestamp.end(of: day), for: caller)
    return CompletionReport(try hub.completionInput(records, state, asOf: day, for: caller))
  }
}
