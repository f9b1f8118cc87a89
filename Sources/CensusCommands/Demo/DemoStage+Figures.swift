import CensusAPI
import CensusDomain
import CensusHub
import CensusJSON

extension DemoStage {
  /// A report's JSON, from which the headline is read as any other program would read it.
  func figures(
    _ kind: ReportRequest.Kind, _ central: LocalCentral
  ) async throws -> JSONValue {
    let day = kind == .cost ? CivilDate("2021-11-30") : nil
    let document = try await Operations.report.call(
      ReportRequest(kind: kind, asOf: day, format: .json, language: .zh), at: central)
    return try JSONValue.parse(document.text)
  }
}
