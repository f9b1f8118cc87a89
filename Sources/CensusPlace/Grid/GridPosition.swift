/// A position in a Gauss-Krüger zone of three degrees of CGCS2000, in metres.
public struct GridPosition: Sendable, Hashable {
  /// The zone.
  public let zone: ThreeDegreeZone
  /// Metres north of the equator; Chinese survey practice calls it X.
  public let northing: Double
  /// Metres east, 500,000 on the central meridian, without the zone's number; Chinese survey practice
  /// calls it Y.
  public let easting: Double

  /// Makes a position from its parts.
  public init(zone: ThreeDegreeZone, northing: Double, easting: Double) {
    self.zone = zone
    self.northing = northing
    self.easting = easting
  }

  /// The easting with the zone's number before it, eight digits before the point.
  public var prefixedEasting: Double { Double(zone.number) * 1e6 + easting }
}
