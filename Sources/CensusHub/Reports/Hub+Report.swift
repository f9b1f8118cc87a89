import CensusAPI
import CensusDomain
import CensusReports

extension Hub {
  /// Makes a report of the present or of the end of a past day.
  func report(_ request: ReportRequest, by caller: Caller) throws(CensusError) -> ReportDocument {
    try caller.require(.readReports)
    let today = clock.now().officeDay
    let day = request.asOf ?? today
    guard day <= today else {
      throw CensusError(
        .invalidData, zh: "\(day) 在今天之后，无法出报表。",
        en: "There is no report of \(day), which is after today.",
        remedy: LocalizedText(zh: "请给出今天或更早的日期。", en: "Give today or an earlier day."))
    }
    switch request.kind {
    case .completion:
      return try completion(day, isToday: day == today, request, by: caller)
    case .cost:
      try caller.require(reaching: district)
      let input = try fetch { records in try costInput(records, asOf: day) }
      return try ReportRenderer(request).document(CostReport(input))
    }
  }

  private func completion(
    _ day: CivilDate, isToday: Bool, _ request: ReportRequest, by caller: Caller
  ) throws(CensusError) -> ReportDocument {
    let (completion, cost) = try fetch { records in
      let state =
        isToday
        ? try ReportState.present(records, for: caller)
        : try ReportState.past(records, at: Timestamp.end(of: day), for: caller)
      // The page shows cost beside completion to those who may see the whole district's.
      let showsCost = request.format == .html && caller.reaches(district)
      return (
        try completionInput(records, state, asOf: day, for: caller),
        showsCost ? try costInput(records, asOf: day) : nil
      )
    }
    return try ReportRenderer(request).document(
      CompletionReport(completion), cost: cost.map { CostReport($0) })
  }

  func completionInput(
    _ records: any CentralTransaction, _ state: ReportState, asOf day: CivilDate,
    for caller: Caller
  ) throws -> CompletionInput {
    let settings = try SurveySettings(records)
    let span = settings.span(around: day)
    let towns = try records.settings.townNames()
    let region = caller.region.map { district.contains($0) ? $0 : district } ?? district
    return CompletionInput(
      asOf: day, district: region.digits,
      districtName: region == district ? districtName : towns[region.digits] ?? districtName,
      inventoryVersion: state.inventory?.version, inventoryFrozenOn: state.frozenOn,
      cells: state.cells, townNames: towns,
      applicable: Hazard.allCases.filter { settings.notApplicable[$0] == nil },
      notApplicable: settings.declared, targetRate: settings.target,
      surveyStart: span.start, deadline: span.deadline, unlisted: state.unlisted,
      openConflicts: state.openConflicts, snapshot: state.snapshot)
  }

  /// The ledger's figures of the year up to `day`, by day of payment.
  ///
  /// A voucher that is entered late belongs to the day on which it was paid (source: performance
  /// targets 2021, section 5, payment plan by date of payment).
  func costInput(_ records: any CentralTransaction, asOf day: CivilDate) throws -> CostInput {
    let settings = try SurveySettings(records)
    let year = CivilDate(year: day.parts.year, month: 1, day: 1)
    let lines = try records.ledger.expenses(LedgerQuery(from: year, to: day))
    return CostInput(
      asOf: day, budget: settings.budget, lines: lines.map { CostLine($0) },
      paymentPlan: settings.paymentSteps(in: day.parts.year), limit: settings.publicityLimit,
      snapshot: try records.audit.head().description)
  }
}
