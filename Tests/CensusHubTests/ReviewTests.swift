import CensusAPI
import CensusDomain
import CensusHub
import Testing

@Suite struct ReviewTests {
  private func received(
    _ fixture: HubFixture, _ count: Int
  ) async throws -> (pen: DevicePen, lines: [DevicePen.Line]) {
    try await fixture.freeze((1...count).map { HubFixture.object("LC-\($0)") })
    var (pen, _) = try await fixture.device("李娜")
    let lines = try (1...count).map { pen.write(try fixture.contents.content(object: "LC-\($0)")) }
    try fixture.send(lines, by: pen)
    return (pen, lines)
  }

  @Test func `county before city, and each pass moves the funnel`() async throws {
    let fixture = try HubFixture()
    let (_, lines) = try await received(fixture, 3)
    let entries = lines.map(\.record.entry)
    let early = try await fixture.review([entries[0]], .city, .pass)
    #expect(early.reviewed.isEmpty)
    #expect(early.refused.map(\.entry) == [entries[0]])
    try await fixture.review(entries, .county, .pass)
    try await fixture.review([entries[1]], .city, .pass)
    #expect(try await fixture.funnel() == [3, 3, 3, 3, 1])
    let again = try await fixture.review([entries[0]], .county, .pass)
    #expect(again.refused.first?.message.en.contains("already") == true)
  }

  @Test func `a returned entry leaves the numerator until it is passed again`() async throws {
    let fixture = try HubFixture()
    var (pen, lines) = try await received(fixture, 2)
    let entry = lines[0].record.entry
    try await fixture.review(lines.map(\.record.entry), .county, .pass)
    try await fixture.review([entry], .county, .return, comment: "照片不清")
    #expect(try await fixture.funnel() == [2, 2, 1, 1, 0])
    let again = pen.write(
      try fixture.contents.content(object: "LC-1", remark: "new"), after: lines[0])
    try fixture.send([again], by: pen)
    #expect(try await fixture.funnel() == [2, 2, 2, 1, 0])
    try await fixture.review([entry], .county, .pass)
    #expect(try await fixture.funnel() == [2, 2, 2, 2, 0])
    #expect(try await fixture.detail(entry).reviews.map(\.verdict) == [.pass, .return, .pass])
    #expect(try await fixture.detail(entry).reviews.last?.revision == again.hash)
  }

  @Test func `a change after a pass has to be passed again`() async throws {
    let fixture = try HubFixture()
    var (pen, lines) = try await received(fixture, 1)
    try await fixture.review([lines[0].record.entry], .county, .pass)
    let line = pen.write(try fixture.contents.content(object: "LC-1", remark: "x"), after: lines[0])
    try fixture.send([line], by: pen)
    #expect(try await fixture.funnel() == [1, 1, 1, 0, 0])
  }

  @Test func `one that cannot be reviewed does not stop the others`() async throws {
    let fixture = try HubFixture()
    let (_, lines) = try await received(fixture, 2)
    let unknown = UniqueID(high: 7, low: 7)
    let outcome = try await fixture.review(
      [lines[0].record.entry, unknown, lines[1].record.entry], .county, .pass)
    #expect(outcome.reviewed == lines.map(\.record.entry))
    #expect(outcome.refused.map(\.entry) == [unknown])
  }

  @Test func `a return without a comment is refused`() async throws {
    let fixture = try HubFixture()
    let (_, lines) = try await received(fixture, 1)
    await #expect(throws: CensusError.self) {
      try await fixture.review([lines[0].record.entry], .county, .return, comment: "  ")
    }
    #expect(try await fixture.funnel() == [1, 1, 1, 0, 0])
  }

  @Test func `entries are chosen by a query too`() async throws {
    let fixture = try HubFixture()
    let (_, lines) = try await received(fixture, 4)
    let outcome = try await Operations.review.call(
      ReviewRequest(
        entries: [], query: EntryQuery(standing: .received, limit: 3), level: .county,
        verdict: .pass, comment: "", fields: []), at: fixture.local)
    #expect(outcome.reviewed == lines.prefix(3).map(\.record.entry))
    let left = try await Operations.listEntries.call(
      EntryQuery(standing: .received), at: fixture.local)
    #expect(left.total == 1)
    #expect(left.entries.map(\.objectCode) == ["LC-4"])
  }
}
