import CensusAPI
import CensusDomain
import CensusReports

extension Hub {
  /// Adds a project's file as the next version of its project and year; the same file again changes nothing.
  func addProject(_ upload: ProjectUpload, by caller: Caller) throws(CensusError) -> ProjectList {
    try caller.require(.coordinate)
    try caller.require(reaching: district)
    let bytes = Array(upload.document.utf8)
    let project = try ProjectReader.read(bytes)
    return try commit { records in
      let known = try records.performance.project(project.id, year: project.year)
      if known?.json != bytes {
        let stored = StoredProject(
          id: project.id, year: project.year, version: (known?.version ?? 0) + 1,
          hash: ContentHash.sha256(of: bytes), json: bytes, addedAt: clock.now())
        try records.performance.add(stored)
        try log(
          records, by: caller, "project.added",
          "\(stored.id) \(stored.year) \(stored.version)", stored.hash.description)
      }
      return try Hub.projectList(records, withDocuments: false)
    }
  }

  /// Lists projects, each with its newest file of each budget year.
  func listProjects(_ query: ProjectQuery, by caller: Caller) throws(CensusError) -> ProjectList {
    try caller.require(.coordinate)
    try caller.require(reaching: district)
    return try fetch { records in
      try Hub.projectList(records, withDocuments: query.withDocuments ?? false)
    }
  }

  private static func projectList(
    _ records: any CentralTransaction, withDocuments: Bool
  ) throws -> ProjectList {
    ProjectList(
      projects: try records.performance.projects().map { stored in
        let project = try ProjectReader.read(stored.json)
        return ProjectList.Item(
          id: stored.id, year: stored.year, version: stored.version, name: project.name,
          budgetFen: project.budget.total.fen, indicators: project.indicators.count,
          hash: stored.hash, addedAt: stored.addedAt.iso8601,
          document: withDocuments ? String(decoding: stored.json, as: UTF8.self) : nil)
      })
  }

  /// The project whose budget year has `day`.
  ///
  /// - Throws: ``CensusError`` with code `notFound`.
  func project(
    _ id: String, on day: CivilDate, _ records: any CentralTransaction
  ) throws -> PerformanceProject {
    guard let stored = try records.performance.project(id, year: day.parts.year) else {
      throw CensusError(
        .notFound, zh: "没有 \(day.parts.year) 年的项目“\(id)”。",
        en: "There is no project “\(id)” of \(day.parts.year).",
        remedy: LocalizedText(
          zh: "用 hazcensus project list 查看，或用 project add 添加；跨年填报请给出预算年度内的日期。",
          en: """
            See hazcensus project list, or add it with project add; of a past year give a day within it.
            """))
    }
    return try ProjectReader.read(stored.json)
  }
}
