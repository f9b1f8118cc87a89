import Foundation

/// The shifted coordinates GCJ-02 of Chinese web maps.
///
/// The formula is not published by those who made it; this is the one that has been public since 2010
/// and that map sites' own answers bear out to about a metre (as in wandergis/coordtransform and
/// googollee/eviltransform). Nothing tells shifted positions from true ones, so that it is used only on
/// positions that are declared to be shifted.
public enum GCJ02 {
  /// The true position of one that is declared to be GCJ-02, good to 1e-9 degrees by the formula.
  ///
  /// Outside China, where web maps do not shift, the position itself.
  public static func truePosition(of declared: PlacePosition) -> PlacePosition {
    guard isShifted(declared) else { return declared }
    var (longitude, latitude) = (declared.longitude, declared.latitude)
    // The shift changes by less than a thousandth of the way, so that each round gains three digits.
    for _ in 0..<6 {
      let shift = shift(longitude: longitude, latitude: latitude)
      (longitude, latitude) = (
        declared.longitude - shift.longitude, declared.latitude - shift.latitude
      )
    }
    return PlacePosition(longitude: longitude, latitude: latitude) ?? declared
  }

  /// Where a web map shows a true position.
  public static func shifted(_ position: PlacePosition) -> PlacePosition {
    guard isShifted(position) else { return position }
    let shift = shift(longitude: position.longitude, latitude: position.latitude)
    return PlacePosition(
      longitude: position.longitude + shift.longitude, latitude: position.latitude + shift.latitude
    ) ?? position
  }

  /// Whether the public formula shifts here: it takes a rectangle for China.
  private static func isShifted(_ position: PlacePosition) -> Bool {
    (72.004...137.8347).contains(position.longitude)
      && (0.8293...55.8271).contains(position.latitude)
  }

  /// The shift in degrees: sums of waves, in metres, on Krasovsky's ellipsoid of 1940.
  private static func shift(
    longitude: Double, latitude: Double
  ) -> (longitude: Double, latitude: Double) {
    let (x, y) = (longitude - 105, latitude - 35)
    func wave(_ amplitude: Double, _ phase: Double) -> Double {
      amplitude * 2 / 3 * sin(phase * .pi)
    }
    let common = wave(20, 6 * x) + wave(20, 2 * x)
    let north =
      -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * abs(x).squareRoot() + common
      + wave(20, y) + wave(40, y / 3) + wave(160, y / 12) + wave(320, y / 30)
    let east =
      300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * abs(x).squareRoot() + common
      + wave(20, x) + wave(40, x / 3) + wave(150, x / 12) + wave(300, x / 30)
    let (radius, squaredEccentricity) = (6_378_245.0, 0.006_693_421_622_965_943_23)
    let sine = sin(latitude * .pi / 180)
    let bend = 1 - squaredEccentricity * sine * sine
    let alongMeridian = radius * (1 - squaredEccentricity) / (bend * bend.squareRoot())
    let alongParallel = radius / bend.squareRoot() * cos(latitude * .pi / 180)
    return (east / alongParallel * 180 / .pi, north / alongMeridian * 180 / .pi)
  }
}
