import CensusAPI
import CensusDomain
import CensusGeo
import Foundation
import Testing

/// A folder of one test, removed with it.
final class Scratch {
  let path = NSTemporaryDirectory() + "geo-" + UUID().uuidString

  init() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// What is in the folder, sorted.
  var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
  }
}

/// Layers and features of which nothing means anything.
enum Samples {
  static let layers = GeoShape.Kind.allCases.map { kind in
    GeoLayer(
      name: "层\(kind.rawValue)", key: kind.rawValue, title: LocalizedText(verbatim: kind.rawValue),
      description: LocalizedText(zh: "试", en: "trial"), kind: kind,
      columns: [
        .init("name", LocalizedText(zh: "名称", en: "Name")),
        .init("count", LocalizedText(zh: "数", en: "Count"), .integer),
      ])
  }

  static let about = GeoAbout(
    stateAt: Timestamp(milliseconds: 1_638_234_023_857), facts: [("objects", .integer(3))])

  static func position(
    _ longitude: Double, _ latitude: Double, _ height: Double? = nil
  ) throws -> GeoPosition {
    try #require(GeoPosition(longitude: longitude, latitude: latitude, height: height))
  }

  /// A square of which the border runs anticlockwise.
  static func square(from west: Double, _ south: Double) throws -> [GeoPosition] {
    try [(0.0, 0.0), (1, 0), (1, 1), (0, 1), (0, 0)].map {
      try position(west + $0.0, south + $0.1)
    }
  }

  static func object(
    _ code: String, stage: Stage = .none, longitude: Double? = 118.2, geometries: [String?] = []
  ) -> ExportedObject {
    ExportedObject(
      object: InventoryObject(
        objectCode: code, hazard: .landslide, forms: ["GEO_LANDSLIDE"], name: "=1+1",
        townCode: "130205103", longitude: longitude, latitude: 39.7, shouldSurvey: true,
        excludeReason: nil), townName: "双桥镇", stage: stage.code, surveyor: "李娜",
      entries: geometries.enumerated().map { index, geometry in
        ExportedEntry(
          entry: UniqueID(high: 1, low: UInt64(index)), form: "GEO_LANDSLIDE", number: index + 1,
          standing: .received, author: "李娜", recordedAt: 1_630_000_000_000,
          receivedAt: 1_630_000_001_000, reviewedAt: nil, geometry: geometry, isDamaged: false)
      })
  }

  static func page(
    _ objects: [ExportedObject], total: Int, next: String? = nil
  ) throws -> ExportPage {
    ExportPage(
      region: try #require(RegionCode("130205")), districtName: "开平区", version: 2,
      frozenAt: "2021-09-01T00:00:00Z", snapshot: .zero, stateAt: 1_638_234_023_857,
      total: total, objects: objects,
      next: next.map { ExportPlace(objectCode: $0, hazard: .landslide) })
  }
}
