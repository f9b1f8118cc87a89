/// A zone of three degrees of the Gauss-Krüger projection, numbered 25 to 45 over China.
///
/// The central meridian is three times the number (EPSG:4513 to 4533).
public struct ThreeDegreeZone: Sendable, Hashable {
  /// The number, 25 to 45.
  public let number: Int

  /// Makes a zone; nil for numbers outside 25 to 45.
  public init?(_ number: Int) {
    guard (25...45).contains(number) else { return nil }
    self.number = number
  }

  /// Makes the zone of a central meridian; nil unless it is a multiple of 3 from 75 to 135.
  public init?(centralMeridian: Int) {
    guard centralMeridian.isMultiple(of: 3) else { return nil }
    self.init(centralMeridian / 3)
  }

  /// Makes the zone that a longitude belongs to; nil outside 73.5° to 136.5° E.
  public init?(longitude: Double) {
    guard (73.5..<136.5).contains(longitude) else { return nil }
    self.init(Int((longitude / 3).rounded()))
  }

  /// The central meridian, degrees east.
  public var centralMeridian: Int { number * 3 }
}
