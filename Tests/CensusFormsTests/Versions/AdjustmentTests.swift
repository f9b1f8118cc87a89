import CensusDomain
import CensusForms
import CensusJSON
import Testing

@Suite("Adjusting a form for a district")
struct AdjustmentTests {
  private func adjusted(
    _ code: String, _ change: (inout FormAdjustment) -> Void
  ) throws -> (form: Form, document: JSONValue) {
    var adjustment = FormAdjustment()
    change(&adjustment)
    let document = try adjustment.applied(to: Project.form(code))
    // What is written is read back as it was meant.
    let (form, diagnostics) = FormLoader.load(Array(FormText.render(document).utf8))
    #expect(diagnostics == [])
    return (try #require(form), document)
  }

  @Test("A setting's new value judges entries and stands in the message, under the next version")
  func setting() throws {
    let before = try Project.form("MET_RAIN")
    let (form, _) = try adjusted("MET_RAIN") { $0.settings = ["photoDistance": "50000.5"] }
    #expect(form.version == before.version + 1)
    #expect(form.earlierVersion(before.version)?.standing == .valid)
    #expect(
      form.earlierVersion(before.version)?.note.en.contains("photoDistance is 50000.5, was 200")
        == true)
    let rule = try #require(before.rules.first { $0.name == "photosNearObject" })
    let counterexample = try #require(rule.counterexample)
    let content = try #require(before.example).patched(counterexample.patch)
    #expect(try Project.validator("MET_RAIN").findings(content).map(\.rule) == ["photosNearObject"])
    let found = try FormValidator(form: form, today: Project.today()).findings(content)
    #expect(found.first?.message.en.contains("50000.5") == true)
    let (loose, _) = try adjusted("MET_RAIN") { $0.settings = ["photoDistance": "200000"] }
    #expect(try FormValidator(form: loose, today: Project.today()).findings(content) == [])
  }

  @Test("A range's new bounds hold, and older entries want a look")
  func range() throws {
    let (form, _) = try adjusted("SEIS_BORE") {
      $0.ranges = ["depth": (minimum: nil, maximum: "800")]
    }
    let field = try #require(form.field("depth"))
    #expect(form.limits(of: field)?.maximum == "800")
    #expect(form.limits(of: field)?.minimum == "1")
    #expect(form.earlierVersion(1)?.standing == .attention)
    #expect(FormProof(form, today: try Project.today()).problems == [])
  }

  @Test("An example that the new range refuses is left out, and with it what was proved by it")
  func brokenExample() throws {
    let (form, _) = try adjusted("SEIS_BORE") {
      $0.ranges = ["depth": (minimum: "400", maximum: nil)]
    }
    #expect(form.example == nil)
    #expect(form.rules.allSatisfy { $0.counterexample == nil })
  }

  @Test(
    "What the form lacks, and what is no number, is refused by its name",
    arguments: [("photoDistances", "1"), ("photoDistance", "far"), ("photoDistance", "1e3")])
  func refused(_ name: String, _ value: String) throws {
    let error = try #require(throws: CensusError.self) {
      try adjusted("MET_RAIN") { $0.settings = [name: value] }
    }
    #expect(error.code == .usage)
    #expect(error.message.en.contains(value == "1" ? name : value))
    #expect(throws: CensusError.self) {
      try adjusted("MET_RAIN") { $0.ranges = ["remark": ("1", nil)] }
    }
    #expect(throws: CensusError.self) { try adjusted("MET_RAIN") { _ in } }
    #expect(throws: CensusError.self) {
      try adjusted("MET_RAIN") { $0.ranges = ["elevation": (minimum: "10", maximum: "5")] }
    }
  }

  @Test("Each form can be adjusted in all of its settings", arguments: Project.codes)
  func all(_ code: String) throws {
    let names = try Project.form(code).settings.map(\.name)
    guard !names.isEmpty else { return }
    let (form, _) = try adjusted(code) { adjustment in
      for name in names { adjustment.settings[name] = "12345" }
    }
    #expect(form.settings.map(\.value) == names.map { _ in "12345" })
  }
}
