import CensusAPI
import CensusDomain

/// Pages of survey objects as a central answers with them; every second object has an entry, by turns
/// with a point, a line of 20 positions and an area of 20 corners.
struct ExportData {
  /// How many objects there are.
  let count: Int

  /// How many features they make: one for each object and one for each entry.
  var features: Int { count + count / 2 }

  /// The pages as JSON.
  func pages() throws -> [[UInt8]] {
    guard let region = RegionCode(SampleEntries.district) else {
      throw BenchError("The sample's district is not a region code.")
    }
    let size = ProtocolLimits.maximumPageCount
    return try stride(from: 0, to: count, by: size).map { start in
      let end = min(start + size, count)
      let objects = (start..<end).map { object($0) }
      let next = objects.last.map {
        ExportPlace(objectCode: $0.object.objectCode, hazard: $0.object.hazard)
      }
      return try OperationCoding.encode(
        ExportPage(
          region: region, districtName: "开平区", version: 1, frozenAt: "2021-01-01T00:00:00Z",
          snapshot: .zero, stateAt: 1_609_459_200_000, total: count, objects: objects,
          next: end < count ? next : nil))
    }
  }

  private func object(_ number: Int) -> ExportedObject {
    let (longitude, latitude) = (
      118 + Double(number % 1000) / 1000, 39 + Double(number / 1000) / 1000
    )
    let hazard = Hazard.allCases[number % Hazard.allCases.count]
    let entry = ExportedEntry(
      entry: UniqueID(high: 1, low: UInt64(number)), form: "GEO_LANDSLIDE", number: 1,
      standing: .received, author: "李娜", recordedAt: 1_609_459_200_000,
      receivedAt: 1_609_459_260_000, reviewedAt: nil,
      geometry: geometry(number / 2 % 3, longitude, latitude), isDamaged: false)
    return ExportedObject(
      object: InventoryObject(
        objectCode: "130205-\(1_000_000 + number)", hazard: hazard, forms: ["GEO_LANDSLIDE"],
        name: "对象 \(number)", townCode: "130205103", longitude: longitude, latitude: latitude,
        shouldSurvey: true, excludeReason: nil), townName: "双桥镇",
      stage: number % 2 == 1 ? Stage.received.code : Stage.none.code,
      surveyor: number % 2 == 1 ? "李娜" : "", entries: number % 2 == 1 ? [entry] : [])
  }

  private func geometry(_ kind: Int, _ longitude: Double, _ latitude: Double) -> String {
    if kind == 0 { return #"{"type":"Point","coordinates":[\#(longitude),\#(latitude)]}"# }
    // Out along one latitude and back along another, which is a valid border once it is closed.
    let out = (0..<10).map { "[\(longitude + Double($0) / 10_000),\(latitude)]" }
    let back = (0..<10).reversed().map {
      "[\(longitude + Double($0) / 10_000),\(latitude + 0.0005)]"
    }
    let path = (out + back).joined(separator: ",")
    return kind == 1
      ? #"{"type":"LineString","coordinates":[\#(path)]}"#
      : #"{"type":"Polygon","coordinates":[[\#(path),\#(out[0])]]}"#
  }
}
