/// What was read from a text that states a position.
public struct PositionReading: Sendable, Hashable {
  /// The ways in which people write positions.
  public enum Kind: Sendable, Hashable {
    /// Degrees with decimals.
    case decimalDegrees
    /// Degrees with minutes, and mostly seconds.
    case degreesMinutesSeconds
    /// Metres of the Gauss-Krüger projection in a zone of three degrees.
    case gaussKruger(ThreeDegreeZone)
  }

  /// The position that is meant.
  public let position: PlacePosition
  /// How it was written.
  public let kind: Kind
  /// Whether the latitude stood first without being named, which no other reading explained.
  public let isLatitudeFirst: Bool
}
