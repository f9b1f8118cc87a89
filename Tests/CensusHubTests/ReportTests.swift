import CensusAPI
import CensusDomain
import CensusHub
import Testing

@Suite struct ReportTests {
  private func report(
    _ fixture: HubFixture, _ kind: ReportRequest.Kind, _ format: ReportRequest.Format,
    asOf: CivilDate? = nil
  ) async throws -> ReportDocument {
    try await Operations.report.call(
      ReportRequest(kind: kind, asOf: asOf, format: format, language: .zh), at: fixture.local)
  }

  @Test func `a past day's report does not change with what comes later`() async throws {
    let fixture = try HubFixture()
    try await fixture.freeze([HubFixture.object("LC-1"), HubFixture.object("LC-2")])
    var (pen, _) = try await fixture.device("李娜")
    let lines = try (1...2).map { pen.write(try fixture.contents.content(object: "LC-\($0)")) }
    try fixture.send(lines, by: pen)
    try await fixture.review([lines[0].record.entry], .county, .pass)
    let day = fixture.clock.now().officeDay
    let today = try await report(fixture, .completion, .json)

    fixture.clock.advance(days: 1)
    let bytes = try await report(fixture, .completion, .json, asOf: day).text
    #expect(bytes == today.text)
    try await fixture.review([lines[0].record.entry], .county, .return)
    try await fixture.freeze([HubFixture.object("LC-1")], reason: "核减")
    try fixture.send(
      [pen.write(Array(#"{"objectCode":"LC-1","townCode":"130205103"}"#.utf8))], by: pen)
    #expect(try await report(fixture, .completion, .json, asOf: day).text == bytes)
    #expect(try await fixture.funnel() == [1, 1, 0, 0, 0])
  }

  @Test(arguments: ReportRequest.Kind.allCases, ReportRequest.Format.allCases)
  func `each report comes in each format`(
    kind: ReportRequest.Kind, format: ReportRequest.Format
  ) async throws {
    let fixture = try HubFixture()
    try await fixture.freeze([HubFixture.object("LC-1")])
    let first = try await report(fixture, kind, format)
    #expect(!first.text.isEmpty)
    #expect(try await report(fixture, kind, format).text == first.text)
  }

  @Test func `a hazard that nobody declared inapplicable is in the report without objects too`()
    async throws
  {
    let fixture = try HubFixture()
    try await fixture.freeze([HubFixture.object("LC-1")])
    struct Report: Decodable {
      struct Line: Decodable { let hazard, verdict: String }
      let verdict: String
      let hazards: [Line]
    }
    let text = try await report(fixture, .completion, .json).text
    let read = try OperationCoding.decode(Report.self, from: Array(text.utf8))
    #expect(read.hazards.map(\.hazard) == Hazard.allCases.map(\.rawValue))
    let unconfirmed = read.hazards.filter { $0.verdict == "denominatorNotConfirmed" }
    #expect(unconfirmed.count == Hazard.allCases.count - 1)
    #expect(read.verdict != "met")
  }

  @Test func `there is no report of the future`() async throws {
    let fixture = try HubFixture()
    let error = await #expect(throws: CensusError.self) {
      try await report(fixture, .cost, .json, asOf: CivilDate("2026-01-02"))
    }
    #expect(error?.code == .invalidData)
  }
}
