import CensusAPI
import CensusDomain
import CensusReports

extension Hub {
  /// What a project's sheets are made from on a day, and what a reader has to know of the figures.
  ///
  /// An indicator with evidence is worked out from the records of the day; another has the newest record up to it.
  /// What was said of an indicator is its newest record's, whether its value is worked out or not.
  func performanceInput(
    _ project: PerformanceProject, _ records: any CentralTransaction, asOf day: CivilDate
  ) throws -> (input: PerformanceInput, notes: [LocalizedText]) {
    let said = try records.performance.records(of: project.id, from: project.firstDay, to: day)
    let newest = Dictionary(said.map { ($0.indicator, $0) }, uniquingKeysWith: { $1 })
    var evidence = EvidenceReader(hub: self, project: project, records: records, day: day)
    var standings: [String: IndicatorStanding] = [:]
    for indicator in project.indicators {
      let record = newest[indicator.id]
      standings[indicator.id] = IndicatorStanding(
        actual: try indicator.evidence.map { try evidence.actual($0) }
          ?? recorded(indicator, said),
        source: try indicator.evidence.map { try evidence.source($0) }
          ?? .indicator(project: project.id, indicator: indicator.id, to: day),
        forecast: record.flatMap { IndicatorCheck.actual($0.forecast, of: indicator) },
        reason: record?.reason, likelihood: record?.likelihood, note: record?.note ?? "")
    }
    if project.budget.usesLedger { try evidence.noteSettings() }
    let execution = newest[PerformanceProject.execution]
    let input = PerformanceInput(
      project: project, asOf: day,
      executed: project.budget.usesLedger
        ? try evidence.spent
        : Hub.amount(
          said.last { $0.indicator == PerformanceProject.execution && !$0.value.isEmpty }),
      executionSource: project.budget.usesLedger ? try evidence.source(.budgetExecution) : nil,
      executionForecast: execution.flatMap { Quantity($0.forecast)?.tenThousandYuan },
      standings: standings, achievements: newest[PerformanceProject.achievements]?.note ?? "")
    return (input, evidence.notes)
  }

  private static func amount(_ record: IndicatorRecord?) -> Fen? {
    record.flatMap { Quantity($0.value)?.tenThousandYuan }
  }

  /// The newest value on record; a record with words only leaves the value as it was.
  private func recorded(
    _ indicator: ProjectIndicator, _ said: [IndicatorRecord]
  ) -> IndicatorActual {
    let record = said.last { $0.indicator == indicator.id && !$0.value.isEmpty }
    return record.flatMap { IndicatorCheck.actual($0.value, of: indicator) }
      ?? .none(LocalizedText(zh: "未登记", en: "Not recorded"))
  }
}
