/// Where a photo says that it was taken: degrees of WGS 84.
public struct PhotoPosition: Sendable, Hashable {
  /// Degrees east, -180 to 180.
  public let longitude: Double
  /// Degrees north, -90 to 90.
  public let latitude: Double

  /// Makes a position.
  public init(longitude: Double, latitude: Double) {
    self.longitude = longitude
    self.latitude = latitude
  }
}
