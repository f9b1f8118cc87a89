import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON
import CensusStore
import Testing

@Suite("Rules across records on a device")
struct DistinctRuleTests {
  private let store: DeviceStore

  init() throws { store = try Samples.create(nil) }

  /// A process of three days at the station of `X-1`, whatever object it is of.
  private func process(
    _ objectCode: String, from first: String, to last: String
  ) throws -> (entry: UniqueID, rules: [String]) {
    var object = try Samples.rain(objectCode)
    object["stationId"] = .string(Samples.station("X-1"))
    object["startDate"] = .string(first)
    object["endDate"] = .string(last)
    object["maxDailyDate"] = .string(first)
    object["durationDays"] = .number("3")
    let entry = try store.newDraft(form: Samples.form(), content: Samples.content(object))
    return (entry, try findings(entry))
  }

  private func findings(_ entry: UniqueID) throws -> [String] {
    switch try store.finalize(entry, form: Samples.form(), reasons: ["*": "x"]) {
    case .finalized: []
    case .blocked(let findings): findings.map(\.rule)
    }
  }

  private func answer(
    _ entry: UniqueID, _ verdict: ReviewVerdict, hash: ContentHash
  ) throws {
    let review = ReviewRecord(
      id: UniqueID(high: 5, low: 1), entry: entry, revision: hash, level: .county,
      verdict: verdict, comment: "意见", fields: [], reviewer: "协调员", at: 1)
    try store.apply(
      ChangePage(changes: [Change(cursor: 1, kind: .review(review))], next: 1, hasMore: false),
      forms: Samples.catalogue())
  }

  @Test("Processes of one station follow each other, and the days between them may be none")
  func oneAfterAnother() throws {
    #expect(try process("X-1", from: "1990-07-04", to: "1990-07-06").rules == [])
    #expect(try process("X-2", from: "1990-07-07", to: "1990-07-09").rules == [])
    #expect(try process("X-3", from: "1990-07-01", to: "1990-07-03").rules == [])
  }

  @Test("A second process that began on the same day is told once, as that")
  func sameStart() throws {
    #expect(try process("X-1", from: "1990-07-04", to: "1990-07-06").rules == [])
    #expect(
      try process("X-2", from: "1990-07-04", to: "1990-07-06").rules == ["oneProcessPerStart"])
  }

  @Test(
    "Two processes of one station never share a day",
    arguments: [("1990-07-06", "1990-07-08"), ("1990-07-02", "1990-07-04")])
  func overlap(_ first: String, _ last: String) throws {
    #expect(try process("X-1", from: "1990-07-04", to: "1990-07-06").rules == [])
    let (entry, rules) = try process("X-2", from: first, to: last)
    #expect(rules == ["noOverlapAtStation"])
    guard case .blocked(let found) = try store.finalize(entry, form: Samples.form(), reasons: [:])
    else { return }
    #expect(found.allSatisfy { $0.message.zh.contains("X-1") && $0.message.en.contains("X-1") })
  }

  @Test("An entry stands in no way of itself, and gives up what it no longer claims")
  func mended() throws {
    let (entry, _) = try process("X-1", from: "1990-07-04", to: "1990-07-06")
    var object = try Samples.rain("X-1")
    try store.saveDraft(entry, content: Samples.content(object))
    #expect(try findings(entry) == [])
    // The sample's own process is of 1982, so the days of 1990 are free again.
    #expect(try process("X-2", from: "1990-07-04", to: "1990-07-06").rules == [])
    object["remark"] = "again"
    try store.saveDraft(entry, content: Samples.content(object))
    #expect(try findings(entry) == [])
  }

  @Test("A returned entry stands in nobody's way until it is mended")
  func returned() throws {
    let first = try store.finalized("X-1")
    try answer(first.entry, .return, hash: first.hash)
    let second = try store.finalized("X-2") { $0["stationId"] = .string(Samples.station("X-1")) }
    #expect(try store.state(second.entry) == .ready)
    // Mended, it may keep what it claimed; the county passes only one of the two.
    try store.saveDraft(first.entry, content: Samples.content(Samples.rain("X-1")))
    #expect(try findings(first.entry) == [])
  }

  @Test("The first claimant may mend its other fields, and may not claim anew what is another's")
  func firstClaimant() throws {
    let first = try store.finalized("X-1")
    let second = try store.finalized("X-2")
    var object = try Samples.rain("X-2")
    object["stationId"] = .string(Samples.station("X-1"))
    try store.saveDraft(second.entry, content: Samples.content(object))
    #expect(try findings(second.entry) == ["oneProcessPerStart"])
    object = try Samples.rain("X-1")
    object["remark"] = "复核"
    try store.saveDraft(first.entry, content: Samples.content(object))
    #expect(try findings(first.entry) == [])
  }

  @Test("A colleague's entry that came by a sync counts as well")
  func colleague() throws {
    var writer = JSONWriter()
    RevisionRecord(
      entry: UniqueID(high: 8, low: 8), number: 1, parent: nil, device: UniqueID(high: 7, low: 7),
      sequence: 1, author: "王强", form: "MET_RAIN", formVersion: 1,
      recordedAt: Timestamp(milliseconds: 1), reasons: [:]
    ).write(content: try Samples.content(Samples.rain("X-1")).bytes, to: &writer)
    let kind = Change.Kind.revision(
      hash: ContentHash.sha256(of: writer.bytes), disposition: .accepted, record: writer.bytes)
    try store.apply(
      ChangePage(changes: [Change(cursor: 1, kind: kind)], next: 1, hasMore: false),
      forms: Samples.catalogue())
    var object = try Samples.rain("X-2")
    object["stationId"] = .string(Samples.station("X-1"))
    let entry = try store.newDraft(form: Samples.form(), content: Samples.content(object))
    #expect(try findings(entry) == ["oneProcessPerStart"])
  }
}
