import CensusAPI
import CensusDomain
import CensusHub
import CensusJSON
import Testing

@Suite struct QuarantineTests {
  private func rules(_ receipt: Receipt) -> [[String]] {
    receipt.items.map { $0.faults.map(\.rule) }
  }

  @Test func `bad revisions are answered with reasons and the others go on`() async throws {
    let fixture = try HubFixture()
    var (pen, _) = try await fixture.device("李娜", region: "130205103")
    let good = try fixture.contents.content(object: "LC-1")
    let lines = [
      pen.write(good),
      pen.write(good, form: "NO_SUCH_FORM"),
      pen.write(good, version: 99),
      pen.write(try fixture.contents.content(object: "LC-2", town: "130205104")),
      pen.write(good, device: UniqueID(high: 1, low: 2)),
      pen.write(good, parentHash: .zero),
      pen.write(try fixture.contents.content(object: "LC-3")),
    ]
    let receipt = try fixture.send(lines, by: pen)
    #expect(
      rules(receipt) == [
        [], ["unknownForm"], ["unknownFormVersion"], ["region"], ["device"], ["parentUnknown"], [],
      ])
    for item in receipt.items where item.disposition == .rejected {
      #expect(item.faults.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty })
    }
    #expect(try fixture.hub.state(of: pen.identity).lastSequence == 7)
  }

  @Test func `what breaks its form names field and rule`() async throws {
    let fixture = try HubFixture()
    var (pen, _) = try await fixture.device("李娜")
    let good = String(decoding: try fixture.contents.content(object: "LC-1"), as: UTF8.self)
    let bad = good.replacing(/"posMethod":"[^"]*"/, with: #""posMethod":"7x""#)
    let receipt = try fixture.send([pen.write(Array(bad.utf8))], by: pen)
    let item = try #require(receipt.items.first)
    #expect(item.disposition == .rejected)
    #expect(item.faults.contains { $0.pointer == "/posMethod" && $0.rule == "enum" })
  }

  @Test func `a damaged record is kept and the next ones follow it`() async throws {
    let fixture = try HubFixture()
    var (pen, _) = try await fixture.device("李娜")
    let first = pen.write(try fixture.contents.content(object: "LC-1"))
    let second = pen.write(try fixture.contents.content(object: "LC-2"))
    let damaged = DevicePen.Line(
      record: first.record, hash: second.hash, bytes: first.bytes)
    let receipt = try fixture.send([damaged, second], by: pen)
    #expect(rules(receipt) == [["hash"], []])
    #expect(receipt.items.first?.hash == first.hash)
  }

  @Test func `a rejected revision that comes again is rejected again with its reasons`()
    async throws
  {
    let fixture = try HubFixture()
    var (pen, _) = try await fixture.device("李娜")
    let line = pen.write(Array(#"{"objectCode":"LC-1","townCode":"130205103"}"#.utf8))
    let first = try fixture.send([line], by: pen)
    let second = try fixture.send([line], by: pen)
    #expect(first.items == second.items)
    #expect(try fixture.hub.receipts(of: pen.identity, after: 0).items == first.items)
  }

  @Test func `a correction of a rejected revision is accepted`() async throws {
    let fixture = try HubFixture()
    var (pen, _) = try await fixture.device("李娜")
    let first = pen.write(Array(#"{"objectCode":"LC-1","townCode":"130205103"}"#.utf8))
    let again = pen.write(Array(#"{"objectCode":"LC-1"}"#.utf8), after: first)
    let mended = pen.write(try fixture.contents.content(object: "LC-1"), after: again)
    let bad = pen.write(Array("{}".utf8), after: mended)
    let last = pen.write(try fixture.contents.content(object: "LC-1", remark: "x"), after: bad)
    let receipt = try fixture.send([first, again, mended, bad, last], by: pen)
    #expect(
      receipt.items.map(\.disposition) == [.rejected, .rejected, .accepted, .rejected, .accepted])
    #expect(try await fixture.detail(first.record.entry).summary.revision == last.hash)
  }

  @Test func `a record in quarantine counts as recorded for its object`() async throws {
    let fixture = try HubFixture()
    try await fixture.freeze([HubFixture.object("LC-1"), HubFixture.object("LC-2")])
    var (pen, _) = try await fixture.device("李娜")
    try fixture.send(
      [pen.write(Array(#"{"objectCode":"LC-1","townCode":"130205103"}"#.utf8))], by: pen)
    #expect(try await fixture.funnel() == [2, 1, 0, 0, 0])
    #expect(try fixture.hub.recount().isEmpty)
  }

  @Test func `a device cannot make itself heard outside its region`() async throws {
    let fixture = try HubFixture()
    try await fixture.freeze([
      HubFixture.object("LC-1"), HubFixture.object("LC-2", town: "130205104"),
    ])
    var (own, _) = try await fixture.device("李娜", region: "130205103")
    var (other, _) = try await fixture.device("王强", region: "130205104")
    let theirs = other.write(try fixture.contents.content(object: "LC-2", town: "130205104"))
    try fixture.send([theirs], by: other)
    let receipt = try fixture.send(
      [
        own.write(try fixture.contents.content(object: "LC-2", town: "130205104")),
        // Its township is the device's own, but by the inventory the object lies elsewhere.
        own.write(try fixture.contents.content(object: "LC-2")),
        own.write(try fixture.contents.content(object: "LC-9"), after: theirs),
      ], by: own)
    #expect(rules(receipt) == [["region"], ["objectRegion"], ["entryRegion"]])
    #expect(try await fixture.funnel() == [2, 1, 1, 0, 0])
    #expect(try fixture.hub.recount().isEmpty)
  }
}
