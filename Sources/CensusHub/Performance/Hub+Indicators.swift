import CensusAPI
import CensusDomain
import CensusReports

extension Hub {
  /// Records what was found of an indicator; what stands last word for word changes nothing.
  func recordIndicator(
    _ record: IndicatorRecord, by caller: Caller
  ) throws(CensusError) -> IndicatorList {
    try caller.require(.coordinate)
    try caller.require(reaching: district)
    return try commit { records in
      let project = try project(record.project, on: record.date, records)
      let today = clock.now().officeDay
      try IndicatorCheck(project: project, today: today).require(record)
      // A value that comes back after a correction is a record of its own.
      let last = try records.performance.records(
        of: record.project, from: record.date, to: record.date
      ).last { $0.indicator == record.indicator }
      if last != record {
        try records.performance.add(record, at: clock.now())
        try log(
          records, by: caller, "indicator.recorded", "\(record.project) \(record.indicator)",
          "\(record.date): \(record.value)")
      }
      return try indicatorList(project, records, asOf: min(today, project.lastDay))
    }
  }

  /// Tells how a project's indicators stand.
  func listIndicators(
    _ query: IndicatorQuery, by caller: Caller
  ) throws(CensusError) -> IndicatorList {
    try caller.require(.coordinate)
    try caller.require(reaching: district)
    let day = query.asOf ?? clock.now().officeDay
    return try fetch { records in
      try indicatorList(try project(query.project, on: day, records), records, asOf: day)
    }
  }

  private func indicatorList(
    _ project: PerformanceProject, _ records: any CentralTransaction, asOf day: CivilDate
  ) throws -> IndicatorList {
    let (input, _) = try performanceInput(project, records, asOf: day)
    return IndicatorList(
      indicators: Evaluation(input).rows.map { row in
        IndicatorList.Item(
          id: row.indicator.id, name: row.indicator.level3, target: row.indicator.target.text,
          evidence: row.indicator.evidence?.rawValue, value: row.standing.actual.recorded,
          missing: row.standing.actual.missing, points: row.weight.text,
          score: row.score.points?.text)
      },
      records: try records.performance.records(
        of: project.id, from: project.firstDay, to: day))
  }
}
