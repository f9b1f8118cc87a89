import CensusAPI
import CensusDomain
import CensusGeo

/// Fetches survey objects page by page and writes each page before the next is asked for.
struct ObjectExportRun: Sendable {
  let central: AnyCentral
  let format: ObjectFile
  let path: String
  let hazard: Hazard?
  let replaces: Bool
  let line: ProgressLine

  /// Makes the file.
  ///
  /// - Throws: ``CensusError``, or `CancellationError`; there is no file then.
  func perform() async throws -> ObjectExport.Tally {
    defer { line.end() }
    var export = ObjectExport(into: try format.begin(at: path, replaces: replaces), hazard: hazard)
    while let query = export.query {
      try Task.checkCancellation()
      let page = try await Operations.exportObjects.call(query, at: central)
      try export.take(page)
      let done = export.tally.objects
      line.show(
        LocalizedText(
          zh: "已写出 \(done)/\(page.total) 个对象……", en: "\(done) of \(page.total) objects written…"))
    }
    try export.finish()
    return export.tally
  }
}
