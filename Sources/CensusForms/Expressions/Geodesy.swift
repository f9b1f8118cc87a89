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

  /// The length in metres of a GeoJSON LineString; nil for other geometries.
  static func length(of geometry: JSONNode) -> Double? {
    guard geometry[member: "type"]?.string == "LineString",
      let coordinates = geometry[member: "coordinates"], coordinates.kind == .array
    else { return nil }
    var total = 0.0
    var previous: (Double, Double)?
    for position in coordinates.elements {
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
