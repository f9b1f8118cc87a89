internal import CProj

/// Lengths and areas on CGCS2000's ellipsoid, by Karney's algorithms as PROJ carries them.
///
/// C. F. F. Karney, “Algorithms for geodesics”, Journal of Geodesy 87 (2013); lengths are good to
/// some nanometres.
public enum Geodesic {
  /// The ellipsoid's equatorial radius, metres (GB 22021-2008).
  public static let equatorialRadius = 6_378_137.0
  /// The reciprocal of the ellipsoid's flattening (GB 22021-2008).
  public static let inverseFlattening = 298.257_222_101

  private static let ellipsoid: geod_geodesic = {
    var ellipsoid = geod_geodesic()
    geod_init(&ellipsoid, equatorialRadius, 1 / inverseFlattening)
    return ellipsoid
  }()

  /// The length of the shortest line between two positions, metres.
  public static func distance(_ from: PlacePosition, _ to: PlacePosition) -> Double {
    var metres = 0.0
    withUnsafePointer(to: ellipsoid) {
      geod_inverse(
        $0, from.latitude, from.longitude, to.latitude, to.longitude, &metres, nil, nil)
    }
    return metres
  }

  /// The length of a line through positions, metres; zero for fewer than two.
  public static func length(of line: [PlacePosition]) -> Double {
    zip(line, line.dropFirst()).reduce(0) { $0 + distance($1.0, $1.1) }
  }

  /// The length of all of a polygon's rings, those of its holes included, metres.
  public static func perimeter(of polygon: PlacePolygon) -> Double {
    polygon.rings.reduce(0) { $0 + measure($1).perimeter }
  }

  /// A polygon's area without that of its holes, square metres.
  public static func area(of polygon: PlacePolygon) -> Double {
    polygon.holes.reduce(measure(polygon.outline).area) { $0 - measure($1).area }
  }

  private static func measure(_ ring: [PlacePosition]) -> (perimeter: Double, area: Double) {
    var latitudes = ring.map(\.latitude)
    var longitudes = ring.map(\.longitude)
    var (area, perimeter) = (0.0, 0.0)
    withUnsafePointer(to: ellipsoid) {
      geod_polygonarea($0, &latitudes, &longitudes, Int32(clamping: ring.count), &area, &perimeter)
    }
    // The sign says which way round the ring runs.
    return (perimeter, abs(area))
  }
}
