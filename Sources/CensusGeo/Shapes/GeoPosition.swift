/// A position on CGCS2000 (EPSG:4490): longitude and latitude in degrees, and perhaps a height in metres.
public struct GeoPosition: Sendable, Hashable {
  /// The longitude, degrees, from -180 to 180.
  public let longitude: Double
  /// The latitude, degrees, from -90 to 90.
  public let latitude: Double
  /// The height, metres, where it was stated.
  public let height: Double?

  /// Makes a position; nil where a number is not finite or not on the earth.
  public init?(longitude: Double, latitude: Double, height: Double? = nil) {
    guard abs(longitude) <= 180, abs(latitude) <= 90, height?.isFinite ?? true else { return nil }
    self.longitude = longitude
    self.latitude = latitude
    self.height = height
  }
}

/// The smallest rectangle in longitude and latitude that holds some positions.
public struct GeoBounds: Sendable, Hashable {
  /// The least longitude.
  public private(set) var west: Double
  /// The greatest longitude.
  public private(set) var east: Double
  /// The least latitude.
  public private(set) var south: Double
  /// The greatest latitude.
  public private(set) var north: Double

  /// The bounds of one position.
  public init(_ position: GeoPosition) {
    west = position.longitude
    east = position.longitude
    south = position.latitude
    north = position.latitude
  }

  /// The bounds of positions; nil of none.
  public init?(_ positions: some Sequence<GeoPosition>) {
    var bounds: GeoBounds?
    for position in positions { bounds = GeoBounds(position).joined(to: bounds) }
    guard let bounds else { return nil }
    self = bounds
  }

  /// The bounds that hold both.
  public func joined(to other: GeoBounds?) -> GeoBounds {
    guard let other else { return self }
    var joined = self
    joined.west = min(west, other.west)
    joined.east = max(east, other.east)
    joined.south = min(south, other.south)
    joined.north = max(north, other.north)
    return joined
  }
}
