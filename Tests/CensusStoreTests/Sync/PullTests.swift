import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON
import CensusStore
import Testing

@Suite("Taking in what the central tells")
struct PullTests {
  private let store: DeviceStore
  private let other = UniqueID(high: 7, low: 7)

  init() throws { store = try Samples.create(nil) }

  private func apply(_ kinds: [Change.Kind], next: Int64 = 1) throws {
    let changes = kinds.enumerated().map { Change(cursor: Int64($0.offset), kind: $0.element) }
    try store.apply(
      ChangePage(changes: changes, next: next, hasMore: false),
      forms: FormCatalogue.builtIn())
  }

  private func review(
    _ entry: UniqueID, _ revision: ContentHash, _ verdict: ReviewVerdict, id: UInt64 = 1,
    at: Int64 = 1
  ) -> Change.Kind {
    .review(
      ReviewRecord(
        id: UniqueID(high: 5, low: id), entry: entry, revision: revision, level: .county,
        verdict: verdict, comment: "意见", fields: [], reviewer: "协调员", at: at))
  }

  /// A revision that another device made.
  private func revision(
    _ entry: UniqueID, number: Int = 1, parent: ContentHash? = nil,
    disposition: Disposition = .accepted, remark: String = "", device: UniqueID? = nil
  ) throws -> (kind: Change.Kind, hash: ContentHash) {
    var object = try Samples.rain("X-9")
    if !remark.isEmpty { object["remark"] = .string(remark) }
    var writer = JSONWriter()
    RevisionRecord(
      entry: entry, number: number, parent: parent, device: device ?? other, sequence: 1,
      author: "王强", form: "MET_RAIN", formVersion: 1, recordedAt: Timestamp(milliseconds: 1),
      reasons: [:]
    ).write(content: JSONValue.object(object).encodedBytes, to: &writer)
    let hash = ContentHash.sha256(of: writer.bytes)
    return (.revision(hash: hash, disposition: disposition, record: writer.bytes), hash)
  }

  @Test(
    "A review of the standing revision sets the entry's state and is shown with it",
    arguments: [(ReviewVerdict.pass, EntryState.accepted), (.return, .returned)])
  func reviews(_ verdict: ReviewVerdict, _ state: EntryState) throws {
    let (entry, hash) = try store.finalized("X-1")
    try apply([review(entry, hash, verdict)], next: 42)
    #expect(try store.state(entry) == state)
    #expect(try store.entry(entry).reviews.map(\.comment) == ["意见"])
    #expect(try store.cursor() == 42)
    // The same review again is kept once.
    try apply([review(entry, hash, verdict)], next: 43)
    #expect(try store.entry(entry).reviews.count == 1)
  }

  @Test("A review of an older revision is kept but changes nothing")
  func olderReview() throws {
    let (entry, first) = try store.finalized("X-1")
    var object = try Samples.rain("X-1")
    object["remark"] = "改"
    try store.saveDraft(entry, content: Samples.content(object))
    _ = try store.revise(entry)
    try apply([review(entry, first, .pass), review(entry, first, .return, id: 2)])
    #expect(try store.state(entry) == .ready)
    #expect(try store.entry(entry).reviews.count == 2)
  }

  @Test("A returned entry is mended by the next revision, which waits to be sent")
  func mends() throws {
    let (entry, hash) = try store.finalized("X-1")
    try apply([review(entry, hash, .return)])
    #expect(try store.entries(state: .returned).map(\.entry) == [entry])
    try store.saveDraft(entry, content: Samples.content(Samples.rain("X-1")))
    #expect(try store.state(entry) == .returned)
    _ = try store.revise(entry)
    #expect(try store.state(entry) == .ready)
    #expect(try store.entry(entry).row.number == 2)
  }

  @Test("Another device's revision is kept beside the own ones and never sent")
  func otherDevice() throws {
    let entry = UniqueID(high: 3, low: 3)
    let (kind, _) = try revision(entry)
    try apply([kind])
    let view = try store.entry(entry)
    #expect(view.row.author == "王强")
    #expect(view.row.objectCode == "X-9")
    #expect(view.row.state == .sent)
    #expect(try store.unsent().count == 0)
    try apply([kind])
    #expect(try store.entries().count == 1)
    #expect(try store.unsound() == [])
    // The object has its entry now.
    let error = try #require(throws: CensusError.self) {
      try store.newDraft(form: Samples.form(), content: Samples.content(Samples.rain("X-9")))
    }
    #expect(error.code == .conflict)
  }

  @Test("The own revisions that come back are passed over")
  func echo() throws {
    let (kind, _) = try revision(UniqueID(high: 3, low: 3), device: store.identity.device)
    try apply([kind, .inventory(version: 3)], next: 5)
    #expect(try store.entries().isEmpty)
    #expect(try store.cursor() == 5)
    #expect(try store.inventoryVersion() == 0)
  }

  @Test("A later revision of another device moves the entry on")
  func movesOn() throws {
    let entry = UniqueID(high: 3, low: 3)
    let (first, hash) = try revision(entry)
    let (second, _) = try revision(entry, number: 2, parent: hash, remark: "二")
    try apply([first, second])
    #expect(try store.entry(entry).row.number == 2)
    #expect(String(decoding: try store.entry(entry).content, as: UTF8.self).contains("二"))
  }

  @Test("A revision that came too late does not change where the entry stands")
  func superseded() throws {
    let entry = UniqueID(high: 3, low: 3)
    let (first, hash) = try revision(entry)
    let (second, head) = try revision(entry, number: 2, parent: hash, remark: "二")
    try apply([first, second, review(entry, head, .return)])
    let (late, _) = try revision(
      entry, number: 2, parent: hash, disposition: .superseded, remark: "迟")
    try apply([late])
    #expect(try store.state(entry) == .returned)
    #expect(String(decoding: try store.entry(entry).content, as: UTF8.self).contains("二"))
  }

  @Test("Two revisions of one parent put the entry in conflict, whoever was first")
  func conflict() throws {
    let (entry, hash) = try store.finalized("X-9")
    var object = try Samples.rain("X-9")
    object["remark"] = "本机"
    try store.saveDraft(entry, content: Samples.content(object))
    _ = try store.revise(entry)
    let (rival, _) = try revision(entry, number: 2, parent: hash, remark: "对方")
    try apply([rival])
    #expect(try store.state(entry) == .conflict)
    #expect(try store.unsent().count == 2)
    #expect(try store.unsound() == [])
  }

  @Test("A page with a record that cannot be read changes nothing, not even the cursor")
  func wholePage() throws {
    let (entry, hash) = try store.finalized("X-1")
    let broken = Change.Kind.revision(
      hash: hash, disposition: .accepted, record: Array("{}".utf8))
    #expect(throws: CensusError.self) { try apply([review(entry, hash, .pass), broken], next: 9) }
    #expect(try store.state(entry) == .ready)
    #expect(try store.cursor() == 0)
  }
}
