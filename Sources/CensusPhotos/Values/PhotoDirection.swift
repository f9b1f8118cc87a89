/// Where the camera looked.
public struct PhotoDirection: Sendable, Hashable {
  /// What a direction is counted from.
  public enum North: Sendable, Hashable {
    case trueNorth
    case magneticNorth
    /// The photo does not say.
    case unstated
  }

  /// Degrees clockwise from north, from 0 up to 360.
  public let degrees: Double
  /// Which north.
  public let north: North

  /// Makes a direction.
  public init(degrees: Double, north: North) {
    self.degrees = degrees
    self.north = north
  }
}
