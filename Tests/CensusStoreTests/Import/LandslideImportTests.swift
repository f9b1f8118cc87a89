import CensusDomain
import CensusForms
import CensusStore
import Foundation
import Testing

@Suite("Importing a published catalogue through a mapping")
struct LandslideImportTests {
  @Test("Each of the 426 landslides is saved, or refused for what it lacks")
  func catalogue() throws {
    let (loaded, diagnostics) = FormLoader.load(
      Array(try Data(contentsOf: URL(filePath: Samples.path("landslides/GLC_LANDSLIDE.json")))))
    #expect(diagnostics == [])
    let form = try #require(loaded)
    #expect(FormProof(form, today: try #require(CivilDate("2021-12-01"))).problems == [])
    let store = try Samples.create(nil)
    var refused: [RefusedRow] = []
    var unused: [String] = []
    var events = EntryImporter.Events(progress: { _, _ in }, refusal: { refused.append($0) })
    events.header = { unused = $1 }
    let importer = EntryImporter(
      store: store, catalogue: FormCatalogue(forms: [form]), events: events)
    let mapping = try ColumnMapping(
      json: Array(try Data(contentsOf: URL(filePath: Samples.path("landslides/glc.map.json")))))
    let report = try importer.run(
      path: Samples.path("landslides/landslides-china-glc.csv"),
      plan: ImportPlan(mapping: mapping))
    // Then the counts are those that Docs/Import.md states.
    #expect(report.read == 426)
    #expect(report.saved == 420)
    #expect(unused == [])
    let reasons = refused.map { row in
      let errors = row.findings.filter { $0.level == .error }
      return "\(row.row) \(errors.map { "\($0.pointer) \($0.rule)" }.joined(separator: " "))"
    }
    #expect(
      reasons == [
        "75 /size cellChoice", "89 /place required", "116 /place required",
        "146 /category cellChoice", "225 /place required", "236 /place required",
      ])
  }
}
