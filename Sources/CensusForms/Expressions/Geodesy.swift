import CensusJSON

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Distances on the earth, good to half a per cent: enough for tolerances of ten per cent and 200 m.
enum Geodesy {
  /// Mean radius of the earth (IUGG), metres.
  private static let meanRadius = 6_371_008.8

  /// Great-circle distance in metres by the haversine formula; degrees in.
  static func distance(
    longitude: Double, latitude: Double, toLongitude: Double, toLatitude: Double
  ) -> Double {
    let radians = Double.pi / 180
    let deltaLatitude = (toLatitude - latitude) * radians
    let deltaLongitude = (toLongitude - longitude) * radians
    let half =
      pow(sin(deltaLatitude / 2), 2)
      + cos(latitude * radians) * cos(toLatitude * radians) * pow(sin(deltaLongitude / 2), 2)
    return 2 * meanRadius * asin(min(1, half.squareRoot()))
  }

  /// The length in metres of a GeoJSON LineString or of a Polygon's outer boundary; nil for others.
  static func length(of geometry: JSONNode) -> Double? {
    guard let coordinates = geometry[member: "coordinates"], coordinates.kind == .array else {
      return nil
    }
    switch geometry[member: "type"]?.string {
    case "LineString": return length(along: coordinates)
    case "Polygon": return coordinates.elements.first { _ in true }.flatMap(length(along:))
    default: return nil
    }
  }

  /// The area in square metres of a GeoJSON Polygon without its holes; nil for other geometries.
  static func area(of geometry: JSONNode) -> Double? {
    guard geometry[member: "type"]?.string == "Polygon",
      let rings = geometry[member: "coordinates"], rings.kind == .array
    else { return nil }
    var total: Double?
    for ring in rings.elements {
      guard let area = area(within: ring) else { return nil }
      total = total.map { $0 - area } ?? area
    }
    return total
  }

  /// The area within a ring on the sphere.
  ///
  /// Source: Chamberlain and Duquette, "Some algorithms for polygons on a sphere", JPL 2007, equation 4.
  private static func area(within ring: JSONNode) -> Double? {
    guard ring.kind == .array else { return nil }
    let radians = Double.pi / 180
    var sum = 0.0
    var previous: (Double, Double)?
    for position in ring.elements {
      guard let point = point(position) else { return nil }
      if let previous {
        sum +=
          (point.0 - previous.0) * radians
          * (2 + sin(previous.1 * radians) + sin(point.1 * radians))
      }
      previous = point
    }
    return abs(sum) * meanRadius * meanRadius / 2
  }

  private static func length(along positions: JSONNode) -> Double? {
    guard positions.kind == .array else { return nil }
    var total = 0.0
    var previous: (Double, Double)?
    for position in positions.elements {
      guard let point = point(position) else { return nil }
      if let previous {
        total += distance(
          longitude: previous.0, latitude: previous.1, toLongitude: point.0, toLatitude: point.1)
      }
      previous = point
    }
    return total
  }

  private static func point(_ position: JSONNode) -> (Double, Double)? {
    guard position.kind == .array else { return nil }
    var values: (Double?, Double?) = (nil, nil)
    for (index, value) in position.elements.enumerated() {
      if index == 0 { values.0 = value.double }
      if index == 1 { values.1 = value.double }
    }
    guard let longitude = values.0, let latitude = values.1 else { return nil }
    return (longitude, latitude)
  }
}
