import CensusAPI
import CensusDomain
import CensusHub
import CensusJSON

extension DemoStage {
  /// A report's JSON, from which the headline is read as any other program would read it.
  func figures(
    _ kind: ReportRequest.Kind, _ central: LocalCentral
  ) async throws -> JSONValue {
    let document = try await Operations.report.call(
      ReportRequest(kind: kind, asOf: nil, format: .json, language: .zh), at: central)
    return try JSONValue.parse(document.text)
  }
}
