extension PlacePosition {
  /// Degrees, minutes and seconds with two decimals, which is 30 centimetres, such as
  /// `118°15′41.04″E 39°40′16.32″N`; the longitude comes first.
  public var degreesMinutesSeconds: String {
    PlacePosition.angle(longitude) + (longitude < 0 ? "W" : "E") + " "
      + PlacePosition.angle(latitude) + (latitude < 0 ? "S" : "N")
  }

  private static func angle(_ degrees: Double) -> String {
    // Whole hundredths of a second, so that 59.999 becomes a minute and not 60 seconds.
    let units = Int((degrees.magnitude * 360_000).rounded())
    let (minutes, hundredths) = units.quotientAndRemainder(dividingBy: 6000)
    return "\(minutes / 60)°\(pad(minutes % 60))′\(pad(hundredths / 100)).\(pad(hundredths % 100))″"
  }

  private static func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
