import CensusAPI
import CensusDomain
import CensusGeo
import Foundation

/// A GeoPackage of survey objects made of the pages that a central answers with, against `ogr2ogr`
/// making one of the same features from GeoJSON.
struct ExportBenchmark {
  private static let converter = "/usr/bin/ogr2ogr"
  private static let target = "none"

  private let setting: Setting
  private let data: ExportData

  init(_ setting: Setting) {
    self.setting = setting
    data = ExportData(count: setting.entries)
  }

  func run() throws -> [Figure] {
    let pages = try data.pages()
    let collection = try setting.workplace.fresh("objects.geojson")
    var (package, baseline, text) = (Times(), Times(), Times())
    for round in 0..<setting.rounds {
      let ours = try setting.workplace.fresh("objects-\(round).gpkg")
      let theirs = try setting.workplace.fresh("converted.gpkg")
      _ = try setting.workplace.fresh("objects.geojson")
      try text.measure {
        try write(pages, into: try GeoJSONWriter(path: collection, layers: ObjectLayers.all))
      }
      try alternate(round) {
        try package.measure {
          try write(pages, into: try GeoPackageWriter(path: ours, layers: ObjectLayers.all))
        }
      } _: {
        guard hasConverter else { return }
        try baseline.measure { try convert(collection, to: theirs) }
      }
      let rows = try ObjectLayers.all.reduce(0) { sum, layer in
        sum + (try RawDatabase(ours).number("SELECT count(*) FROM \"\(layer.name)\""))
      }
      guard rows == data.features else { throw BenchError("The GeoPackage has \(rows) rows.") }
    }
    let rate = Wording.rate(data.features, in: package.median)
    let figure =
      hasConverter
      ? Figure(
        name: "GeoPackage of \(setting.entries) objects", ours: rate,
        baseline: "ogr2ogr " + Wording.rate(data.features, in: baseline.median),
        ratio: baseline.median / package.median, target: ExportBenchmark.target,
        verdict: .informative)
      : Figure.notMeasured(
        "GeoPackage of \(setting.entries) objects", ours: rate, target: ExportBenchmark.target,
        why: "NOT MEASURED: there is no \(ExportBenchmark.converter)")
    return [
      figure,
      Figure(
        name: "GeoJSON of the same", ours: Wording.rate(data.features, in: text.median),
        baseline: "", ratio: nil, target: ExportBenchmark.target, verdict: .informative),
    ]
  }

  private var hasConverter: Bool {
    FileManager.default.isExecutableFile(atPath: ExportBenchmark.converter)
  }

  private func write(_ pages: [[UInt8]], into sink: any GeoSink) throws {
    var export = ObjectExport(into: sink, hazard: nil)
    for page in pages {
      try export.take(try OperationCoding.decode(ExportPage.self, from: page))
    }
    try export.finish()
    guard export.tally.objects + export.tally.shapes == data.features else {
      throw BenchError("The export is not whole: \(export.tally).")
    }
  }

  private func convert(_ collection: String, to path: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: ExportBenchmark.converter)
    process.arguments = ["-f", "GPKG", path, collection]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw BenchError("ogr2ogr failed.") }
  }
}
