import CensusAPI
import CensusDomain
import CensusHub
import Testing

/// Two devices record, each without the other, what only one of them may have recorded.
@Suite struct RivalTests {
  private static let rain = SampleContents.rain

  /// Two entries of one station and day from two devices.
  private func rivals(
    _ fixture: HubFixture
  ) async throws -> (li: (pen: DevicePen, line: DevicePen.Line), wang: DevicePen.Line) {
    var (li, _) = try await fixture.device("李娜")
    var (wang, _) = try await fixture.device("王强")
    let first = li.write(
      try fixture.contents.content(Self.rain, object: "QX-1"), form: Self.rain)
    let second = wang.write(
      try fixture.contents.content(Self.rain, object: "QX-2"), form: Self.rain)
    #expect(try fixture.send([first], by: li).items.map(\.disposition) == [.accepted])
    #expect(try fixture.send([second], by: wang).items.map(\.disposition) == [.accepted])
    return ((li, first), second)
  }

  @Test func `both are taken in, and neither passes while the other stands`() async throws {
    let fixture = try HubFixture()
    let (li, wang) = try await rivals(fixture)
    let entries = [li.line.record.entry, wang.record.entry]
    let outcome = try await fixture.review(entries, .county, .pass)
    #expect(outcome.reviewed.isEmpty)
    #expect(outcome.refused.map(\.entry) == entries)
    #expect(outcome.refused.first?.message.en.contains("\(entries[1])") == true)
    #expect(outcome.refused.last?.message.zh.contains("QX-1") == true)
  }

  @Test func `the reviewer sees what contradicts an entry`() async throws {
    let fixture = try HubFixture()
    let (li, wang) = try await rivals(fixture)
    let rivals = try await fixture.detail(li.line.record.entry).rivals
    #expect(rivals.map(\.entry) == [wang.record.entry])
    #expect(rivals.map(\.rule) == ["oneProcessPerStart"])
    #expect(rivals.map(\.objectCode) == ["QX-2"])
    #expect(rivals.map(\.author) == ["王强"])
  }

  @Test func `a coordinator of a town learns of no entry outside it`() async throws {
    let fixture = try HubFixture()
    var (li, _) = try await fixture.device("李娜")
    let here = li.write(
      try fixture.contents.content(Self.rain, object: "QX-1", town: "130205101"), form: Self.rain)
    let there = li.write(
      try fixture.contents.content(Self.rain, object: "QX-2", town: "130205103"), form: Self.rain)
    try fixture.send([here, there], by: li)
    let town = LocalCentral(
      hub: fixture.hub,
      caller: Caller(name: "镇", role: .coordinator, region: RegionCode("130205101")))
    let detail = try await Operations.showEntry.call(
      EntryReference(entry: here.record.entry), at: town)
    #expect(detail.rivals.isEmpty)
    let outcome = try await Operations.review.call(
      ReviewRequest(
        entries: [here.record.entry], level: .county, verdict: .pass, comment: "", fields: []),
      at: town)
    #expect(outcome.reviewed.isEmpty)
    let message = try #require(outcome.refused.first?.message)
    #expect(message.en.contains("outside your region") && !message.en.contains("QX-2"))
  }

  @Test func `one is returned, and the other passes`() async throws {
    let fixture = try HubFixture()
    let (li, wang) = try await rivals(fixture)
    try await fixture.review([wang.record.entry], .county, .return)
    let passed = try await fixture.review([li.line.record.entry], .county, .pass)
    #expect(passed.reviewed == [li.line.record.entry])
    #expect(try await fixture.detail(li.line.record.entry).rivals.isEmpty)
  }

  @Test func `what was mended no longer contradicts`() async throws {
    let fixture = try HubFixture()
    var (li, wang) = try await rivals(fixture)
    let mended = li.pen.write(
      try fixture.contents.content(Self.rain, object: "QX-1", station: "54321"), form: Self.rain,
      after: li.line)
    try fixture.send([mended], by: li.pen)
    let entries = [li.line.record.entry, wang.record.entry]
    #expect(try await fixture.review(entries, .county, .pass).reviewed == entries)
  }
}
