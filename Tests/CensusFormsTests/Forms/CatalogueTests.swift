import CensusDomain
import CensusForms
import CensusJSON
import Foundation
import Testing

@Suite("The catalogue of forms")
struct CatalogueTests {
  @Test("Every built-in form loads without a mistake", arguments: Project.codes)
  func builtIn(_ code: String) throws {
    let (form, diagnostics) = FormLoader.load(try Project.bytes("Schemas/forms/\(code).json"))
    #expect(diagnostics == [])
    let loaded = try #require(form)
    #expect(loaded.code == code)
    #expect(!loaded.fields.isEmpty && !loaded.rules.isEmpty)
    for name in ["objectCode", "townCode", "lon", "lat", "surveyor", "fillDate", "photos"] {
      #expect(loaded.field(name)?.isRequired == true, "\(name)")
    }
    #expect(loaded.fields.allSatisfy { field in loaded.groups.contains { $0.key == field.group } })
  }

  @Test("The program holds the six forms of the repository and no other")
  func codes() throws {
    let catalogue = try FormCatalogue.builtIn()
    #expect(catalogue.forms.map(\.code) == Project.codes)
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Project.root.appending(path: "Schemas/forms").path(percentEncoded: false))
    #expect(files.sorted() == Project.codes.map { "\($0).json" })
    #expect(Set(catalogue.forms.map(\.hazard.hazardClass)).count == 6)
  }

  @Test("A form that is not there is answered with those that are")
  func unknown() throws {
    let catalogue = try FormCatalogue.builtIn()
    let error = try #require(throws: CensusError.self) { try catalogue.require("NONE") }
    #expect(error.code == .notFound)
    for code in Project.codes { #expect(error.message.en.contains(code)) }
    #expect(try catalogue.require("MET_RAIN").code == "MET_RAIN")
  }

  @Test("A folder adds forms and later versions, and a mistaken file is named")
  func folder() throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "hazcensus-forms-\(UUID().uuidString)", directoryHint: .notDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path(percentEncoded: false)
    func write(_ name: String, _ value: JSONValue) throws {
      try Data(value.encodedBytes).write(to: folder.appending(path: name))
    }
    // Given a later version of a built-in form and a form of its own.
    let rain = try JSONValue.parse(Project.bytes("Schemas/forms/MET_RAIN.json"))
    try write(
      "rain2.json",
      rain.patched(["hc:form": ["version": 2], "$id": "urn:hazardcensus:form:MET_RAIN:2"]))
    try write("probe.json", Probe.document(fields: ["x": [:]]))
    try write("notes.txt", "not a form")
    // Then both versions are known and the later one is the current one.
    let catalogue = try FormCatalogue.loading(directory: path)
    #expect(catalogue.newest("MET_RAIN")?.version == 2)
    #expect(catalogue.form("MET_RAIN", version: 1) != nil)
    #expect(catalogue.form("MET_RAIN", version: 3) == nil)
    #expect(catalogue.current.map(\.code) == (Project.codes + ["PROBE"]).sorted())
    #expect(catalogue.forms.count == 8)
    // And a mistaken file is refused with its name and place.
    try write("wrong.json", Probe.document(fields: ["x": ["contains": [:]]]))
    let error = try #require(throws: CensusError.self) {
      try FormCatalogue.loading(directory: path)
    }
    #expect(error.code == .invalidData)
    #expect(error.message.en.contains("wrong.json"))
    #expect(error.message.en.contains("/properties/x/contains"))
  }

  @Test("Without a folder the built-in forms remain", arguments: [nil, "/nonexistent/forms"])
  func noFolder(_ path: String?) throws {
    #expect(try FormCatalogue.loading(directory: path).forms.count == 6)
  }
}
