import CensusJSON

/// Why a recorded geometry is not given as a shape.
public enum GeoShapeFault: String, Error, Sendable, CaseIterable {
  /// It is no JSON, or no geometry object of RFC 7946.
  case unreadable
  /// It is of a kind that the census does not record, such as a collection.
  case kind
  /// A position is not on the earth or has fewer than two numbers.
  case position
  /// A line has fewer than two positions, or a ring fewer than four.
  case tooShort
  /// A ring does not end where it began.
  case open
}

extension GeoShape {
  /// Reads a geometry object of GeoJSON.
  ///
  /// Rings are turned so that the border runs anticlockwise and holes clockwise (RFC 7946, 3.1.6);
  /// nothing else is changed, and what is not a valid shape is refused, not mended.
  /// - Throws: ``GeoShapeFault``.
  public init(geoJSON text: String) throws(GeoShapeFault) {
    guard let value = try? JSONValue.parse(text), let type = value[member: "type"]?.string else {
      throw .unreadable
    }
    guard let kind = Kind(rawValue: type) else { throw .kind }
    guard let coordinates = value[member: "coordinates"] else { throw .unreadable }
    switch kind {
    case .point: self = .point(try GeoShape.position(coordinates))
    case .line: self = .line(try GeoShape.positions(coordinates, least: 2))
    case .polygon:
      var rings: [[GeoPosition]] = []
      for value in coordinates.array ?? [] {
        let ring = try GeoShape.positions(value, least: 4)
        guard ring.first == ring.last else { throw .open }
        let isAnticlockwise = GeoShape.turning(ring) >= 0
        rings.append(isAnticlockwise == rings.isEmpty ? ring : ring.reversed())
      }
      guard !rings.isEmpty else { throw .tooShort }
      self = .polygon(rings)
    }
  }

  private static func positions(
    _ value: JSONValue, least: Int
  ) throws(GeoShapeFault) -> [GeoPosition] {
    guard let values = value.array else { throw .unreadable }
    guard values.count >= least else { throw .tooShort }
    var positions: [GeoPosition] = []
    positions.reserveCapacity(values.count)
    for value in values { positions.append(try position(value)) }
    return positions
  }

  private static func position(_ value: JSONValue) throws(GeoShapeFault) -> GeoPosition {
    guard let numbers = value.array, numbers.count >= 2, let longitude = numbers[0].double,
      let latitude = numbers[1].double,
      let position = GeoPosition(
        longitude: longitude, latitude: latitude,
        height: numbers.count > 2 ? numbers[2].double : nil)
    else { throw .position }
    return position
  }

  /// Twice the area within the ring in square degrees; above zero where it runs anticlockwise.
  private static func turning(_ ring: [GeoPosition]) -> Double {
    guard let origin = ring.first else { return 0 }
    var sum = 0.0
    for (one, next) in zip(ring, ring.dropFirst()) {
      // Measured from the first corner, so that small rings far from the origin lose no digits.
      sum +=
        (one.longitude - origin.longitude) * (next.latitude - origin.latitude)
        - (next.longitude - origin.longitude) * (one.latitude - origin.latitude)
    }
    return sum
  }
}
