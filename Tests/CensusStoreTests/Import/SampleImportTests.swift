import CensusDomain
import CensusForms
import CensusStore
import Foundation
import Testing

@Suite("Importing the sample devices")
struct SampleImportTests {
  struct Device: Sendable, CustomTestStringConvertible {
    let name: String
    let rows: Int
    /// What the table in `SampleData/README.md` says: object and rules, in the files' order or not.
    let refused: [String: Set<String>]
    var testDescription: String { name }
  }

  static let devices = [
    Device(
      name: "a", rows: 371,
      refused: [
        "130205-DZ-0004": ["maximum", "strikeAcrossDip"], "130205-GH-0025": ["diametersInOrder"],
        "130205-GH-0175": ["required"], "130205-QX-0161": ["cellDate"],
        "130205-QX-0232": ["oneEntryPerObject"], "130205-QX-0032": ["oneProcessPerStart"],
        "130205-LC-0067": ["townWithinCounty"],
        "130205-LC-0136": ["cellChoice"],
      ]),
    Device(
      name: "b", rows: 270,
      refused: [
        "130205-GH-0209": ["agesAddUp"], "130205-QX-0189": ["maximum"],
        "130205-QX-0334": ["type"], "130205-LC-0197": ["noMeasureStandsAlone"],
        "130205-LC-0356": ["required"], "130205-LC-0114": ["oneEntryPerObject"],
      ]),
    Device(
      name: "c", rows: 199,
      refused: [
        "130205-GH-0180": ["minimum", "maximum", "photosNearObject"],
        "130205-QX-0407": ["durationFits"],
        "130205-SL-0008": ["floodLimitUpToNormal"], "130205-LC-0026": ["cellDate"],
        "130205-LC-0173": ["surveyedBeforeFilled"],
      ]),
  ]

  /// Imports every file of a device; returns the counts and the refused rows by object.
  private func run(
    _ device: String, into store: DeviceStore
  ) throws -> (report: ImportReport, refused: [RefusedRow]) {
    var refused: [RefusedRow] = []
    let importer = EntryImporter(
      store: store, catalogue: Samples.catalogue(),
      events: EntryImporter.Events(progress: { _, _ in }, refusal: { refused.append($0) }))
    var total = ImportReport()
    let folder = Samples.path("devices/" + device)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
      let form =
        name.hasSuffix(".csv")
        ? try Samples.form(String(name.dropFirst("entries-".count).dropLast(".csv".count))) : nil
      let report = try importer.run(path: folder + "/" + name, plan: ImportPlan(form: form))
      #expect(report.read == report.saved + report.alreadyThere + report.refused)
      total.read += report.read
      total.saved += report.saved
      total.alreadyThere += report.alreadyThere
      total.refused += report.refused
    }
    return (total, refused)
  }

  @Test(
    "The right rows are saved, each wrong one is refused for the reason stated", arguments: devices)
  func imports(_ device: Device) throws {
    let folder = try TemporaryFolder()
    let store = try Samples.create(folder)
    let (report, refused) = try run(device.name, into: store)
    #expect(report.read == device.rows)
    #expect(report.saved == device.rows - device.refused.count)
    #expect(report.refused == device.refused.count)
    #expect(report.alreadyThere == 0)
    #expect(Set(refused.map(\.objectCode)) == Set(device.refused.keys))
    for row in refused {
      let rules = Set(row.findings.map(\.rule))
      let stated = device.refused[row.objectCode, default: []]
      #expect(!rules.isEmpty && rules.isSubset(of: stated), "\(row.objectCode): \(rules)")
      #expect(row.findings.allSatisfy { !$0.message.zh.isEmpty && !$0.message.en.isEmpty })
      #expect(row.row > 1 || row.file.hasSuffix(".ndjson"))
    }
    let status = try store.status()
    #expect(status.ready == report.saved)
    #expect(try store.unsent().count == report.saved)
    #expect(try store.unsound() == [])
  }

  @Test("The same files again change nothing: every saved row is there already", arguments: devices)
  func again(_ device: Device) throws {
    let store = try Samples.create(nil)
    let first = try run(device.name, into: store).report
    let second = try run(device.name, into: store).report
    #expect(second.saved == 0)
    #expect(second.alreadyThere == first.saved)
    #expect(second.refused == first.refused)
    #expect(try store.unsent().count == first.saved)
  }

  @Test("The devices' objects do not overlap, and together they give the stated 821 entries")
  func together() throws {
    let store = try Samples.create(nil)
    var saved = 0
    for device in Self.devices { saved += try run(device.name, into: store).report.saved }
    #expect(saved == 821)
    let byForm = Dictionary(grouping: try store.entries(), by: \.form).mapValues(\.count)
    #expect(
      byForm == [
        "SEIS_FAULT": 5, "GEO_COLLAPSE": 175, "MET_RAIN": 278, "WAT_RESERVOIR": 9,
        "FOR_FIRESOURCE": 354,
      ])
  }
}
