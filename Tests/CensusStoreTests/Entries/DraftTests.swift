import CensusDomain
import CensusForms
import CensusJSON
import CensusStore
import Foundation
import Testing

@Suite("Drafts")
struct DraftTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("A draft is kept as it was written, however incomplete, over a restart")
  func survives() throws {
    let text = #"{ "objectCode":"X-1", "lon":118.10 ,"note":"\u4e2d"}"#
    let content = try EntryContent(json: Array(text.utf8))
    let entry = try Samples.create(folder).newDraft(form: Samples.form(), content: content)
    let store = try DeviceStore.open(folder: folder.path)
    let view = try store.entry(entry)
    #expect(view.content == Array(text.utf8))
    #expect(view.row.state == .draft)
    #expect(view.row.hasDraft)
    #expect(view.row.number == 0)
    #expect(view.row.objectCode == "X-1")
    #expect(try store.unsent().count == 0)
  }

  @Test(
    "What is no JSON object is no content",
    arguments: ["", "[]", "5", "{", #"{"a":1,"a":2}"#, "{} {}", "null"])
  func noContent(_ text: String) throws {
    let error = try #require(throws: CensusError.self) {
      try EntryContent(json: Array(text.utf8))
    }
    #expect(error.code == .invalidData)
  }

  @Test("The last state saved is the one that stands, its object's code too")
  func saves() throws {
    let store = try Samples.create(folder)
    let entry = try store.newDraft(
      form: Samples.form(), content: EntryContent(json: Array("{}".utf8)))
    for code in ["X-1", "X-2"] {
      try store.saveDraft(
        entry, content: EntryContent(json: Array(#"{"objectCode":"\#(code)"}"#.utf8)))
    }
    let view = try store.entry(entry)
    #expect(String(decoding: view.content, as: UTF8.self) == #"{"objectCode":"X-2"}"#)
    #expect(view.row.objectCode == "X-2")
  }

  @Test("A second entry of one form for one object is refused and names the first one")
  func second() throws {
    let store = try Samples.create(folder)
    let content = try Samples.content(Samples.rain("X-1"))
    let first = try store.newDraft(form: Samples.form(), content: content)
    let error = try #require(throws: CensusError.self) {
      try store.newDraft(form: Samples.form(), content: content)
    }
    #expect(error.code == .conflict)
    #expect(error.message.en.contains(first.description))
    #expect(error.remedy?.en.contains("entry edit") == true)
    // Another form of the same object is another entry.
    _ = try store.newDraft(form: Samples.form("GEO_COLLAPSE"), content: content)
    #expect(try store.entries().count == 2)
  }

  @Test("A discarded draft is gone, its words stay in the log, and the object is free again")
  func discards() throws {
    let store = try Samples.create(folder)
    let content = try Samples.content(Samples.rain("X-1"))
    let entry = try store.newDraft(form: Samples.form(), content: content)
    try store.discardDraft(entry)
    #expect(try store.entries().isEmpty)
    let error = try #require(throws: CensusError.self) { try store.entry(entry) }
    #expect(error.code == .notFound)
    _ = try store.newDraft(form: Samples.form(), content: content)
    #expect(try store.unsound() == [])
    let kept = try Records.read(
      folder, "SELECT detail FROM auditEntry WHERE action = 'draft.discarded'")
    #expect(kept == [String(decoding: content.bytes, as: UTF8.self)])
  }

  @Test("Discarding the draft of a final entry brings its last final revision back")
  func discardsEdit() throws {
    let store = try Samples.create(folder)
    let (entry, _) = try store.finalized("X-1")
    let final = try store.entry(entry).content
    try store.saveDraft(entry, content: EntryContent(json: Array("{}".utf8)))
    #expect(try store.entry(entry).row.hasDraft)
    try store.discardDraft(entry)
    #expect(try store.entry(entry).content == final)
    let error = try #require(throws: CensusError.self) { try store.discardDraft(entry) }
    #expect(error.code == .usage)
    #expect(try store.state(entry) == .ready)
  }

  @Test("An entry that is not there is named by every action")
  func unknown() throws {
    let store = try Samples.create(folder)
    let id = UniqueID(high: 1, low: 2)
    let content = try EntryContent(json: Array("{}".utf8))
    let actions: [() throws -> Void] = [
      { _ = try store.entry(id) }, { try store.saveDraft(id, content: content) },
      { try store.discardDraft(id) },
      { _ = try store.finalize(id, form: Samples.form(), reasons: [:]) },
      { _ = try store.find("0000") },
    ]
    for action in actions {
      let error = try #require(throws: CensusError.self) { try action() }
      #expect(error.code == .notFound)
      #expect(error.message.en.contains("0000"))
    }
  }

  @Test("An entry is found by the beginning of its identifier, if only one begins so")
  func find() throws {
    let store = try Samples.create(folder)
    let entries = try ["X-1", "X-2"].map { try store.finalized($0).entry }
    #expect(try store.find(entries[0].description) == entries[0])
    #expect(try store.find(String(entries[1].description.prefix(35))) == entries[1])
    // Both were made in the same millisecond of a clock that stands still.
    let error = try #require(throws: CensusError.self) {
      try store.find(String(entries[0].description.prefix(13)))
    }
    #expect(error.code == .usage)
    #expect(throws: CensusError.self) { try store.find("019") }
  }
}
