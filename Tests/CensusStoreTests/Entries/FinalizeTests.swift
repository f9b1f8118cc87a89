import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON
import CensusStore
import Foundation
import Testing

@Suite("Finalising")
struct FinalizeTests {
  private let folder: TemporaryFolder
  private let store: DeviceStore

  init() throws {
    folder = try TemporaryFolder()
    store = try Samples.create(folder)
  }

  private func draft(_ change: (inout JSONObject) -> Void) throws -> UniqueID {
    var object = try Samples.rain("X-1")
    change(&object)
    return try store.newDraft(form: Samples.form(), content: Samples.content(object))
  }

  private func blocked(_ entry: UniqueID, reasons: [String: String] = [:]) throws -> [String] {
    let outcome = try store.finalize(entry, form: Samples.form(), reasons: reasons)
    guard case .blocked(let findings) = outcome else { return [] }
    return findings.map(\.rule)
  }

  @Test("A draft becomes a revision that waits to be sent, all in one step")
  func becomesFinal() throws {
    let entry = try draft { _ in }
    let hash = try store.revise(entry)
    let view = try store.entry(entry)
    #expect(view.row.state == .ready)
    #expect(view.row.number == 1)
    #expect(!view.row.hasDraft)
    let batch = try #require(
      try store.prepareBatch(after: 0, BatchBounds(count: 10, bytes: 1 << 20)))
    #expect(batch.items.map(\.hash) == [hash])
    #expect(batch.items.map(\.sequence) == [1])
    let body = Array(batch.body.dropLast())
    let record = try JSONParser().withDocument(body) { node in
      try RevisionRecord.read(BatchLine.read(node).revision).record
    }
    #expect(record.entry == entry)
    #expect(record.number == 1)
    #expect(record.parent == nil)
    #expect(record.device == store.identity.device)
    #expect(record.author == "李娜")
    #expect(record.form == "MET_RAIN")
    #expect(record.reasons == [:])
    #expect(try store.unsound() == [])
  }

  @Test("The content is sent with the bytes that the surveyor's program wrote")
  func exactBytes() throws {
    let text = JSONValue.object(try Samples.rain("X-1")).encoded
      .replacing("{\"objectCode\"", with: "{ \"objectCode\"")
    let content = try EntryContent(json: Array(text.utf8))
    let entry = try store.newDraft(form: Samples.form(), content: content)
    _ = try store.revise(entry)
    #expect(try store.entry(entry).content == Array(text.utf8))
  }

  @Test("An error blocks, leaves the draft as it is, and is not answered by a reason")
  func blocks() throws {
    let entry = try draft { $0["durationDays"] = 3 }
    #expect(try blocked(entry, reasons: ["*": "所有", "durationFits": "因为"]) == ["durationFits"])
    #expect(try store.state(entry) == .draft)
    #expect(try store.unsent().count == 0)
    // Mended, it goes through with the first sequence: nothing was used up.
    try store.saveDraft(entry, content: Samples.content(Samples.rain("X-1")))
    _ = try store.revise(entry)
    #expect(try store.firstUnanswered() == 1)
  }

  @Test("A draft that is not of the form at all is blocked by its keywords")
  func incomplete() throws {
    let content = try EntryContent(json: Array(#"{"objectCode":"X-1"}"#.utf8))
    let entry = try store.newDraft(form: Samples.form(), content: content)
    let rules = try blocked(entry)
    #expect(Set(rules) == ["required"])
    #expect(rules.count == (try Samples.form().fields.count(where: \.isRequired)) - 1)
  }

  @Test(
    "A warning asks for a reason, and the reason goes with the revision",
    arguments: ["gradeFits", "*"])
  func warning(_ key: String) throws {
    let entry = try draft { $0["grade"] = "2" }
    #expect(try blocked(entry) == ["gradeFits"])
    #expect(try blocked(entry, reasons: [key: ""]) == ["gradeFits"])
    #expect(try blocked(entry, reasons: ["other": "x"]) == ["gradeFits"])
    let outcome = try store.finalize(
      entry, form: Samples.form(), reasons: [key: "县局核定", "unused": "无关"])
    guard case .finalized(_, let warnings) = outcome else {
      Issue.record("The entry is not final: \(outcome)")
      return
    }
    #expect(warnings.map(\.rule) == ["gradeFits"])
    let batch = try #require(try store.prepareBatch(after: 0, BatchBounds(count: 1, bytes: 1)))
    let reasons = try JSONParser().withDocument(Array(batch.body.dropLast())) { node in
      try RevisionRecord.read(BatchLine.read(node).revision).record.reasons
    }
    #expect(reasons == ["gradeFits": "县局核定"])
  }

  @Test("Editing a final entry makes revision 2, whose parent is the hash of revision 1")
  func edits() throws {
    let (entry, first) = try store.finalized("X-1")
    var object = try Samples.rain("X-1")
    object["remark"] = "复核后修改"
    try store.saveDraft(entry, content: Samples.content(object))
    #expect(try store.entry(entry).row.number == 1)
    let second = try store.revise(entry)
    #expect(try store.entry(entry).row.number == 2)
    let batch = try #require(
      try store.prepareBatch(after: 1, BatchBounds(count: 9, bytes: 1 << 20)))
    #expect(batch.items.map(\.hash) == [second])
    let record = try JSONParser().withDocument(Array(batch.body.dropLast())) { node in
      try RevisionRecord.read(BatchLine.read(node).revision).record
    }
    #expect(record.number == 2)
    #expect(record.parent == first)
    #expect(record.sequence == 2)
    #expect(try store.unsound() == [])
  }

  @Test("Nothing is finalised twice without a change")
  func twice() throws {
    let (entry, _) = try store.finalized("X-1")
    let error = try #require(throws: CensusError.self) {
      try store.finalize(entry, form: Samples.form(), reasons: [:])
    }
    #expect(error.code == .usage)
    #expect(try store.unsent().count == 1)
  }

  @Test("A draft that took on the object of another entry does not become final")
  func secondOfObject() throws {
    try store.finalized("X-1")
    let other = try store.newDraft(
      form: Samples.form(), content: EntryContent(json: Array("{}".utf8)))
    try store.saveDraft(other, content: Samples.content(Samples.rain("X-1")))
    #expect(try blocked(other, reasons: ["*": "x"]) == ["oneEntryPerObject"])
    // Nor does a final entry that is moved to an object already surveyed; its own it may keep.
    let (third, _) = try store.finalized("X-3")
    try store.saveDraft(third, content: Samples.content(Samples.rain("X-1")))
    #expect(try blocked(third) == ["oneEntryPerObject"])
    try store.saveDraft(third, content: Samples.content(Samples.rain("X-3")))
    _ = try store.revise(third)
  }

  @Test(
    "Revisions are neither changed nor deleted",
    arguments: ["UPDATE revision SET number = 9", "DELETE FROM revision"])
  func immutable(_ sql: String) throws {
    try store.finalized("X-1")
    #expect(throws: (any Error).self) { try Records.attempt(folder, sql) }
    #expect(try Records.read(folder, "SELECT number FROM revision") == ["1"])
    #expect(try store.unsound() == [])
  }
}
