/// A position in CGCS2000 (EPSG:4490), in degrees.
///
/// WGS 84, which satellite receivers state, differs from CGCS2000 by centimetres and is taken as the
/// same.
public struct PlacePosition: Sendable, Hashable {
  /// Degrees east of Greenwich, -180 to 180.
  public let longitude: Double
  /// Degrees north of the equator, -90 to 90.
  public let latitude: Double

  /// Makes a position; nil where the degrees lie outside their range or are no numbers.
  public init?(longitude: Double, latitude: Double) {
    guard abs(longitude) <= 180, abs(latitude) <= 90 else { return nil }
    self.longitude = longitude
    self.latitude = latitude
  }

  /// The longitude with at most eight decimals, which is a millimetre.
  public var longitudeText: String { PlacePosition.text(longitude) }

  /// The latitude with at most eight decimals.
  public var latitudeText: String { PlacePosition.text(latitude) }

  /// Longitude and latitude with a comma between, such as `118.2614,39.6712`.
  public var text: String { longitudeText + "," + latitudeText }

  /// Whether the position lies in the rectangle around China: 73° to 136° E, 3° to 54° N.
  public var isAroundChina: Bool {
    (73...136).contains(longitude) && (3...54).contains(latitude)
  }

  private static func text(_ degrees: Double) -> String {
    // Whole numbers of 1e-8 degrees, because printing a double could write an exponent.
    let units = Int64((degrees.magnitude * 1e8).rounded())
    let sign = degrees < 0 && units > 0 ? "-" : ""
    var fraction = String(units % 100_000_000)
    fraction = String(repeating: "0", count: 8 - fraction.utf8.count) + fraction
    while fraction.last == "0" { fraction.removeLast() }
    return sign + String(units / 100_000_000) + (fraction.isEmpty ? "" : "." + fraction)
  }
}

extension PlacePosition: CustomStringConvertible {
  /// The same as ``text``.
  public var description: String { text }
}
