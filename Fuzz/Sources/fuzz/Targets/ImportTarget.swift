import CensusDomain
import CensusForms
import CensusStore

/// Whole imports into a device's store: GeoJSON features, and tables with every kind of cell.
///
/// The store is kept in memory for as long as the process lives.
struct ImportTarget {
  private let file: ScratchFile
  private let store: DeviceStore
  private let plan: ImportPlan

  private init(ending: String) {
    file = ScratchFile(ending: ending)
    do throws(CensusError) {
      plan = ImportPlan(form: try FormCatalogue.builtIn().require("FOR_FIRESOURCE"))
      guard let district = RegionCode("130205") else { fatalError("no region code") }
      store = try DeviceStore.create(folder: "", district: district, surveyor: "李娜")
    } catch {
      fatalError(error.message.en)
    }
  }

  static let features = ImportTarget(ending: "geojson")
  static let table = ImportTarget(ending: "csv")

  func run(_ bytes: [UInt8]) {
    file.write(bytes)
    var refused = 0
    let importer = EntryImporter(
      store: store, catalogue: ImportTarget.forms,
      events: EntryImporter.Events(
        progress: { _, _ in },
        refusal: { row in
          precondition(!row.findings.isEmpty, "refused without a reason")
          refused += 1
        }))
    do throws(CensusError) {
      let report = try importer.run(path: file.path, plan: plan)
      precondition(report.refused == refused)
    } catch {
      precondition(!error.message.zh.isEmpty)
    }
  }

  private static let forms = FormCatalogue.builtIn()
}
