/// A closed ring of a boundary with the rectangle around it, judged as a plane figure in degrees, as
/// RFC 7946 (section 3.1.1) takes lines.
struct BoundaryRing: Sendable {
  /// Where a position lies.
  enum Side {
    case inside, edge, outside
  }

  private let points: [PlacePosition]
  private let west, east, south, north: Double

  /// Takes a ring whose last position is its first.
  init(_ points: [PlacePosition]) {
    self.points = points
    let longitudes = points.map(\.longitude)
    let latitudes = points.map(\.latitude)
    west = longitudes.min() ?? 0
    east = longitudes.max() ?? 0
    south = latitudes.min() ?? 0
    north = latitudes.max() ?? 0
  }

  /// How near to an edge counts as on it, degrees: a tenth of a millimetre, which rounding needs.
  private static let tolerance = 1e-9

  func side(of place: PlacePosition) -> Side {
    let near = BoundaryRing.tolerance
    guard (west - near...east + near).contains(place.longitude),
      (south - near...north + near).contains(place.latitude)
    else { return .outside }
    var isInside = false
    for (from, to) in zip(points, points.dropFirst()) {
      if BoundaryRing.isOnEdge(place, from, to) { return .edge }
      // A ray to the east; half-open, so that a corner counts once.
      guard (from.latitude > place.latitude) != (to.latitude > place.latitude) else { continue }
      let share = (place.latitude - from.latitude) / (to.latitude - from.latitude)
      if place.longitude < from.longitude + share * (to.longitude - from.longitude) {
        isInside.toggle()
      }
    }
    return isInside ? .inside : .outside
  }

  private static func isOnEdge(
    _ place: PlacePosition, _ from: PlacePosition, _ to: PlacePosition
  ) -> Bool {
    let along = (x: to.longitude - from.longitude, y: to.latitude - from.latitude)
    let away = (x: place.longitude - from.longitude, y: place.latitude - from.latitude)
    let squaredLength = along.x * along.x + along.y * along.y
    let share = squaredLength > 0 ? (away.x * along.x + away.y * along.y) / squaredLength : 0
    let nearest = min(max(share, 0), 1)
    let (x, y) = (away.x - nearest * along.x, away.y - nearest * along.y)
    return x * x + y * y <= tolerance * tolerance
  }
}
