import CensusJSON
import CensusPlace

/// Measures of GeoJSON geometries on the CGCS2000 ellipsoid.
enum Geodesy {
  /// Metres between two positions in degrees; nil where one is none on earth.
  static func distance(
    longitude: Double, latitude: Double, toLongitude: Double, toLatitude: Double
  ) -> Double? {
    guard let from = PlacePosition(longitude: longitude, latitude: latitude),
      let to = PlacePosition(longitude: toLongitude, latitude: toLatitude)
    else { return nil }
    return Geodesic.distance(from, to)
  }

  /// The length in metres of a LineString or of a Polygon's outer boundary; nil for others.
  static func length(of geometry: JSONNode) -> Double? {
    guard let coordinates = geometry[member: "coordinates"] else { return nil }
    switch geometry[member: "type"]?.string {
    case "LineString": return positions(coordinates).map(Geodesic.length(of:))
    case "Polygon": return polygon(coordinates).map(Geodesic.perimeter(of:))
    default: return nil
    }
  }

  /// The area in square metres of a Polygon without its holes; nil for other geometries.
  static func area(of geometry: JSONNode) -> Double? {
    guard geometry[member: "type"]?.string == "Polygon",
      let coordinates = geometry[member: "coordinates"]
    else { return nil }
    return polygon(coordinates).map(Geodesic.area(of:))
  }

  private static func polygon(_ rings: JSONNode) -> PlacePolygon? {
    guard rings.kind == .array else { return nil }
    var lines: [[PlacePosition]] = []
    for ring in rings.elements {
      guard let line = positions(ring) else { return nil }
      lines.append(line)
    }
    guard let outline = lines.first else { return nil }
    return PlacePolygon(outline: outline, holes: Array(lines.dropFirst()))
  }

  private static func positions(_ node: JSONNode) -> [PlacePosition]? {
    guard node.kind == .array else { return nil }
    var line: [PlacePosition] = []
    for position in node.elements {
      guard let point = point(position) else { return nil }
      line.append(point)
    }
    return line
  }

  private static func point(_ position: JSONNode) -> PlacePosition? {
    guard position.kind == .array else { return nil }
    var numbers = position.elements.lazy.map(\.double).makeIterator()
    guard let longitude = numbers.next() ?? nil, let latitude = numbers.next() ?? nil else {
      return nil
    }
    return PlacePosition(longitude: longitude, latitude: latitude)
  }
}
