import CensusDomain
import CensusForms
import CensusJSON
import CensusStore
import Testing

@Suite("Entries of earlier form versions")
struct CarryOverTests {
  private let store: DeviceStore
  private let old: Form
  private let entry: UniqueID

  init() throws {
    store = try Samples.create(nil)
    old = try Samples.form("WAT_FLASH")
    let content = try EntryContent(json: #require(old.example).encodedBytes)
    entry = try store.newDraft(form: old, content: content)
    guard case .finalized = try store.finalize(entry, form: old, reasons: ["*": "test"]) else {
      throw CensusError(.software, zh: "示例不能定稿。", en: "The example is not final.")
    }
  }

  /// The next version of the form with another range and a mapping.
  private func newer(_ range: (minimum: String?, maximum: String?)) throws -> Form {
    var adjustment = FormAdjustment()
    adjustment.ranges = ["households": range]
    let document = try adjustment.applied(to: old).patched(
      JSONValue.parse(
        #"""
        {"hc:earlier": [{"version": 1, "standing": "migrate", "zh": "户数加倍", "en": "Doubled.",
          "mapping": [{"scale": "households", "by": 2}]}]}
        """#))
    return try #require(FormLoader.load(document.encodedBytes).form)
  }

  @Test("An entry is carried over by the mapping, as a further revision under the newer version")
  func carried() throws {
    let form = try newer((minimum: nil, maximum: "100000"))
    let forms = FormCatalogue(forms: [old, form])
    let outdated = try store.outdated(by: forms)
    #expect(outdated.map(\.row.entry) == [entry])
    #expect(outdated.first?.earlier?.standing == .migrate)
    let before = try JSONValue.parse(store.entry(entry).content)
    guard case .finalized = try store.carryOver(entry, to: form, reasons: [:]) else {
      Issue.record("It was not carried over.")
      return
    }
    let view = try store.entry(entry)
    #expect(view.row.formVersion == 2 && view.row.number == 2)
    let after = try JSONValue.parse(view.content)
    let households = try #require(before[member: "households"]?.double)
    #expect(after[member: "households"]?.double == households * 2)
    #expect(after.patched(["households": 0]) == before.patched(["households": 0]))
    #expect(try store.outdated(by: forms).isEmpty)
    #expect(try store.unsound() == [])
  }

  @Test("What is not valid under the newer version stays as it was, and says why")
  func blocked() throws {
    let form = try newer((minimum: nil, maximum: "1"))
    let before = try store.entry(entry)
    guard case .blocked(let findings) = try store.carryOver(entry, to: form, reasons: [:]) else {
      Issue.record("It was carried over.")
      return
    }
    #expect(findings.map(\.rule).contains("maximum"))
    let after = try store.entry(entry)
    #expect(after.content == before.content && after.revision == before.revision)
    #expect(after.row.formVersion == 1)
  }

  @Test("An entry with open changes is not carried over, nor one that never was final")
  func refused() throws {
    let form = try newer((minimum: nil, maximum: "100000"))
    try store.saveDraft(entry, content: EntryContent(json: Array(#"{"objectCode":"X"}"#.utf8)))
    let error = try #require(throws: CensusError.self) {
      try store.carryOver(entry, to: form, reasons: [:])
    }
    #expect(error.code == .conflict)
    let draft = try store.newDraft(
      form: old, content: EntryContent(json: Array(#"{"objectCode":"Y"}"#.utf8)))
    let other = try #require(throws: CensusError.self) {
      try store.carryOver(draft, to: form, reasons: [:])
    }
    #expect(other.code == .usage)
  }

  @Test("What ceased to apply stays in the draft and is left out of the final revision")
  func irrelevant() throws {
    let form = try Samples.form("SEIS_FAULT")
    var content = try #require(form.example?.object)
    content["objectCode"] = "X-9"
    content["exposure"] = "1"
    // A depth that was typed while the fault was taken for a buried one.
    content["upperBreakDepth"] = 3
    let id = try store.newDraft(
      form: form, content: EntryContent(json: JSONValue.object(content).encodedBytes))
    #expect(try store.obstacles(to: id, form: form, reasons: ["*": "test"]) == [])
    let draft = try JSONValue.parse(store.entry(id).content)
    #expect(draft[member: "upperBreakDepth"] == 3)
    guard case .finalized = try store.finalize(id, form: form, reasons: ["*": "test"]) else {
      Issue.record("It was not finalised.")
      return
    }
    let final = try JSONValue.parse(store.entry(id).content)
    #expect(final[member: "upperBreakDepth"] == nil)
    #expect(final[member: "exposure"] == "1")
  }
}
