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
    #expect(loaded.field("objectCode")?.isRequired == true)
    #expect(loaded.field("townCode")?.isRequired == true)
    let isSurvey = loaded.subject.hazard != nil
    for name in ["lon", "lat", "surveyor", "fillDate", "photos"] where isSurvey {
      #expect(loaded.field(name)?.isRequired == true, "\(name)")
    }
    #expect(loaded.fields.allSatisfy { field in loaded.groups.contains { $0.key == field.group } })
  }

  @Test("The program holds the forms of the repository, in each version, and no other")
  func codes() throws {
    func names(_ folder: String) throws -> [String] {
      try FileManager.default.contentsOfDirectory(
        atPath: Project.root.appending(path: folder).path(percentEncoded: false)
      )
      .filter { $0.hasSuffix(".json") }.sorted()
    }
    let catalogue = FormCatalogue.builtIn()
    #expect(try names("Schemas/forms") == catalogue.codes.map { "\($0).json" })
    let earlier = try catalogue.forms().filter {
      try catalogue.newest($0.code)?.version != $0.version
    }
    #expect(try names("Schemas/forms/earlier") == earlier.map { "\($0.code).\($0.version).json" })
  }

  @Test("There are forms for each class of hazards, and each says how its earlier versions stand")
  func complete() throws {
    let catalogue = FormCatalogue.builtIn()
    let hazards = try catalogue.current().compactMap(\.subject.hazard)
    #expect(Set(hazards.map(\.hazardClass)) == Set(HazardClass.allCases))
    for form in try catalogue.current() where form.version > 1 {
      #expect(form.earlier.map(\.version) == Array(1..<form.version))
      for version in 1..<form.version {
        #expect(try catalogue.form(form.code, version: version) != nil)
      }
    }
  }

  @Test("A form that is not there is answered with those that are")
  func unknown() throws {
    let catalogue = FormCatalogue.builtIn()
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
    let builtIn = FormCatalogue.builtIn()
    // Given a later version of a built-in form and a form of its own.
    let rain = try JSONValue.parse(Project.bytes("Schemas/forms/MET_RAIN.json"))
    try write(
      "rain3.json",
      rain.patched(["hc:form": ["version": 3], "$id": "urn:hazardcensus:form:MET_RAIN:3"]))
    try write("probe.json", Probe.document(fields: ["x": [:]]))
    try write("notes.txt", "not a form")
    // Then both versions are known and the later one is the current one.
    let catalogue = try FormCatalogue.loading(directory: path)
    #expect(try catalogue.newest("MET_RAIN")?.version == 3)
    #expect(try catalogue.form("MET_RAIN", version: 1) != nil)
    #expect(try catalogue.form("MET_RAIN", version: 4) == nil)
    #expect(try catalogue.current().map(\.code) == (Project.codes + ["PROBE"]).sorted())
    #expect(try catalogue.forms().count == builtIn.forms().count + 2)
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
    #expect(try FormCatalogue.loading(directory: path).codes == Project.codes)
  }
}
