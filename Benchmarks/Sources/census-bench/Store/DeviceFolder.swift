import CensusDomain
import CensusForms
import CensusStore
import Foundation

/// Makes device stores for the benchmarks.
enum DeviceFolder {
  static func create(_ folder: String) throws -> DeviceStore {
    guard let district = RegionCode(SampleEntries.district) else {
      throw BenchError("The sample's district is not a region code.")
    }
    return try DeviceStore.create(
      folder: folder, district: district, surveyor: SampleEntries.surveyor)
  }

  /// Imports a file whole; a refused row would make the measurement one of something else.
  static func fill(_ store: DeviceStore, from file: String, _ forms: FormCatalogue) throws {
    let importer = EntryImporter(
      store: store, catalogue: forms,
      events: EntryImporter.Events(
        progress: { _, _ in },
        refusal: { Progress.say("Row \($0.row): \($0.findings.map(\.message.en))") }))
    let report = try importer.run(
      path: file, plan: ImportPlan(form: try SampleEntries.builtInForm()))
    guard report.refused == 0, report.saved == report.read else {
      throw BenchError("Of \(report.read) rows \(report.saved) were saved.")
    }
  }

  static func database(in folder: String) -> String { folder + "/" + DeviceStore.fileName }

  /// An empty database with the schema of a device's store, read from one, so that it cannot drift.
  static func rawTwin(of folder: String, at path: String) throws -> RawDatabase {
    let model = try RawDatabase(database(in: folder))
    let twin = try RawDatabase(path)
    let schema = try model.prepare(
      """
      SELECT sql FROM sqlite_master
      WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid
      """)
    while try schema.step() { try twin.run(schema.text(0)) }
    let device = try RowSet(model, table: "device")
    try device.run(try twin.prepare(device.insert), row: 0)
    return twin
  }
}
