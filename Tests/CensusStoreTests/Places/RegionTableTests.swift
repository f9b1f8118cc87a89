import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON
import CensusPlace
import CensusStore
import Foundation
import Testing

@Suite("Township codes, judged by the device's edition")
struct RegionTableTests {
  @Test("A code of another edition is told with the town that it means there")
  func otherEdition() throws {
    let finding = try #require(try RegionTable.builtIn().finding(townCode: "130207116"))
    #expect(finding.rule == "townCodeKnown" && finding.level == .warning)
    #expect(finding.message.zh.contains("在 2022-10-31 版为岔河镇"))
    #expect(finding.message.en.contains("岔河镇 in that of 2022-10-31"))
    let later = try RegionTable.builtIn(edition: "2022-10-31")
    #expect(later.finding(townCode: "130207116") == nil)
    #expect(later.name(of: "130205102") == "越河镇")
    #expect(later.name(of: "130205") == "开平区")
  }

  @Test(
    "Codes of counties that no edition has, and what is no township's code, are left alone",
    arguments: ["110105001", "130205", "", "130205102001"])
  func uncovered(code: String) throws {
    #expect(try RegionTable.builtIn().finding(townCode: code) == nil)
  }

  @Test("An unknown code stops finalising and importing until a reason is given")
  func finalizing() throws {
    let store = try Samples.create(nil)
    var object = try Samples.rain()
    object["townCode"] = "130205777"
    object["villageCode"] = nil
    let content = try Samples.content(object)
    let entry = try store.newDraft(form: Samples.form(), content: content)
    guard
      case .blocked(let findings) = try store.finalize(entry, form: Samples.form(), reasons: [:])
    else {
      Issue.record("it became final")
      return
    }
    #expect(findings.map(\.rule) == ["townCodeKnown"])
    let outcome = try store.finalize(
      entry, form: Samples.form(), reasons: ["townCodeKnown": "新设"])
    guard case .finalized = outcome else {
      Issue.record("the reason was not enough")
      return
    }
  }

  @Test("Of a township that the inventory states itself nothing is said")
  func inventory() throws {
    let store = try Samples.create(nil)
    let listed = InventoryObject(
      objectCode: "A", hazard: .rainstorm, forms: ["MET_RAIN"], name: "对象", townCode: "130205777",
      longitude: nil, latitude: nil, shouldSurvey: true, excludeReason: nil)
    try store.take(InventoryPage(version: 1, objects: [listed], next: nil), isLast: true)
    try store.finalized("A") {
      $0["townCode"] = "130205777"
      $0["villageCode"] = nil
    }
  }

  @Test("A row whose township no edition has is refused, and the others are saved")
  func importing() throws {
    let folder = try TemporaryFolder()
    let store = try Samples.create(nil)
    var unknown = try Samples.rain("X-1")
    unknown["townCode"] = "130205777"
    unknown["villageCode"] = nil
    let lines = [unknown, try Samples.rain("X-2")].map { JSONValue.object($0).encoded }
    let path = try folder.write(lines.joined(separator: "\n"), to: "rows.ndjson")
    var rules: [String] = []
    let importer = EntryImporter(
      store: store, catalogue: Samples.catalogue(),
      events: EntryImporter.Events(
        progress: { _, _ in }, refusal: { rules += $0.findings.map(\.rule) }))
    let report = try importer.run(
      path: path, plan: ImportPlan(form: Samples.form(), reasons: [:]))
    #expect(rules == ["townCodeKnown"])
    #expect(report.saved == 1)
  }

  @Test(
    "A folder's own table and edition are gone by, and what does not fit is said with the remedy")
  func ownTable() throws {
    let folder = try TemporaryFolder()
    #expect(try RegionTable.read(folder: folder.path).edition == "2021-10-31")
    let csv = """
      edition,code,name,county_code,county_name
      2020,130802001,西大街街道,130802,双桥区
      2021,130802002,头道牌楼街道,130802,双桥区

      """
    _ = try folder.write(csv, to: "regions-1.csv")
    try RegionSettings(edition: "2021", table: "regions-1.csv").write(folder: folder.path)
    let table = try RegionTable.read(folder: folder.path)
    #expect(table.finding(townCode: "130802001")?.message.zh.contains("在 2020 版为西大街街道") == true)
    #expect(table.finding(townCode: "130205777") == nil, "Tangshan is another city here")

    try RegionSettings(edition: "2023", table: "regions-1.csv").write(folder: folder.path)
    let error = #expect(throws: CensusError.self) { try RegionTable.read(folder: folder.path) }
    #expect(error?.code == .configuration)
    #expect(error?.remedy?.en.contains("place regions") == true)
    for text in ["{", #"{"edition":1}"#, #"{"edition":"2021","table":"../x.csv"}"#] {
      _ = try folder.write(text, to: RegionSettings.fileName)
      #expect(throws: CensusError.self, "\(text)") { try RegionTable.read(folder: folder.path) }
    }
  }
}
