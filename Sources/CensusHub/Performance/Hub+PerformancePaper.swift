import CensusAPI
import CensusDomain
import CensusReports

extension Hub {
  /// The tables and notes of a project's sheet as of a day of its budget year.
  ///
  /// - Parameters:
  ///   - kind: `target`, `monitoring` or `evaluation`.
  ///   - project: the project's id.
  /// - Throws: ``CensusError``: `notFound` without such a project in that year, `usage` for another kind of paper, or
  ///   what the store said.
  func performancePaper(
    _ kind: PaperKind, project id: String, _ records: any CentralTransaction, asOf day: CivilDate
  ) throws -> (sections: [PaperSection], notes: [LocalizedText]) {
    let project = try project(id, on: day, records)
    switch kind {
    case .target: return ([project.targetSection], project.readings)
    case .monitoring:
      let (input, notes) = try performanceInput(project, records, asOf: day)
      let monitoring = Monitoring(input)
      return ([monitoring.section], notes + monitoring.notes)
    case .evaluation:
      let (input, notes) = try performanceInput(project, records, asOf: day)
      let evaluation = Evaluation(input)
      return ([evaluation.section], notes + evaluation.notes)
    default:
      throw CensusError(
        .usage, zh: "“\(kind.rawValue)”不是绩效表。", en: "“\(kind.rawValue)” is no performance sheet.")
    }
  }
}
