import CensusDomain
import CensusJSON

/// Reads regions and their surfaces from a parsed GeoJSON document.
struct BoundaryReader {
  /// What messages call the document.
  let name: String

  private static let codeNames = ["code", "adcode", "区划代码", "PAC"]

  func surfaces(
    of root: JSONNode
  ) throws(CensusError) -> [(RegionKey, RegionBoundaries.Surface)] {
    guard root[member: "type"]?.string == "FeatureCollection",
      let features = root[member: "features"], features.kind == .array
    else {
      throw failure("", zh: "它不是 FeatureCollection", en: "it is no FeatureCollection")
    }
    guard features.count > 0 else { throw failure("", zh: "它没有要素", en: "it has no features") }
    var found: [(RegionKey, RegionBoundaries.Surface)] = []
    var number = 0
    for feature in features.elements {
      number += 1
      let reader = FeatureReader(file: self, number: number)
      try found += reader.surfaces(of: feature)
    }
    return found
  }

  /// An error at a place such as `feature 3 (130205102)`, or for the whole file where that is empty.
  func failure(_ place: String, zh: String, en: String) -> CensusError {
    CensusError(
      .invalidData,
      zh: "边界文件 \(name)\(place.isEmpty ? "" : " 的要素 \(place)")：\(zh)。",
      en: "The boundary file \(name)\(place.isEmpty ? "" : ", feature \(place)"): \(en).",
      remedy: LocalizedText(
        zh: """
          用 CGCS2000 经纬度（EPSG:4490，单位度）导出 Polygon 或 MultiPolygon，\
          每个要素带 code 属性（6、9 或 12 位区划代码）。
          """,
        en: """
          Export Polygons or MultiPolygons in degrees of CGCS2000 (EPSG:4490), each feature with the \
          property code (a region code of 6, 9 or 12 digits).
          """))
  }

  /// Reads one feature, numbered from 1.
  private struct FeatureReader {
    let file: BoundaryReader
    let number: Int

    func surfaces(
      of feature: JSONNode
    ) throws(CensusError) -> [(RegionKey, RegionBoundaries.Surface)] {
      let properties = feature[member: "properties"]
      guard
        let written = BoundaryReader.codeNames.lazy.compactMap({ properties?[member: $0] }).first
      else {
        throw file.failure(
          "\(number)", zh: "没有 code、adcode、区划代码或 PAC 属性",
          en: "it has none of the properties code, adcode, 区划代码 and PAC")
      }
      let text = written.string ?? written.numberText ?? ""
      guard let key = RegionKey(text) else {
        throw file.failure(
          "\(number)", zh: "区划代码“\(text)”不是 6、9 或 12 位数字",
          en: "the region code “\(text)” is not 6, 9 or 12 digits")
      }
      let geometry = feature[member: "geometry"]
      let coordinates = geometry?[member: "coordinates"]
      switch (geometry?[member: "type"]?.string, coordinates) {
      case ("Polygon", let polygon?): return [(key, try surface(polygon, key))]
      case ("MultiPolygon", let polygons?) where polygons.count > 0:
        var found: [(RegionKey, RegionBoundaries.Surface)] = []
        for polygon in polygons.elements { found.append((key, try surface(polygon, key))) }
        return found
      default:
        throw failure(
          key, zh: "几何应是 Polygon 或 MultiPolygon", en: "its geometry is no Polygon or MultiPolygon")
      }
    }

    private func surface(
      _ polygon: JSONNode, _ key: RegionKey
    ) throws(CensusError) -> RegionBoundaries.Surface {
      var rings: [BoundaryRing] = []
      for ring in polygon.elements { rings.append(BoundaryRing(try positions(ring, key))) }
      guard let outline = rings.first else {
        throw failure(key, zh: "多边形没有环", en: "a polygon has no ring")
      }
      return RegionBoundaries.Surface(outline: outline, holes: Array(rings.dropFirst()))
    }

    private func positions(
      _ ring: JSONNode, _ key: RegionKey
    ) throws(CensusError) -> [PlacePosition] {
      var positions: [PlacePosition] = []
      positions.reserveCapacity(ring.count)
      for point in ring.elements {
        var numbers = point.elements
        // Heights may follow.
        guard let longitude = numbers.next()?.double, let latitude = numbers.next()?.double,
          let position = PlacePosition(longitude: longitude, latitude: latitude)
        else {
          throw failure(
            key, zh: "坐标 \(shown(point)) 不是以度为单位的经度和纬度",
            en: "the coordinates \(shown(point)) are no longitude and latitude in degrees")
        }
        positions.append(position)
      }
      guard positions.count >= 4, positions.first == positions.last else {
        throw failure(
          key, zh: "环没有闭合（至少四个点，首尾相同）",
          en: "a ring is not closed (four positions or more, the last the same as the first)")
      }
      return positions
    }

    private func shown(_ point: JSONNode) -> String {
      String(decoding: point.raw.prefix(60), as: UTF8.self)
    }

    private func failure(_ key: RegionKey, zh: String, en: String) -> CensusError {
      file.failure("\(number) (\(key.digits))", zh: zh, en: en)
    }
  }
}
