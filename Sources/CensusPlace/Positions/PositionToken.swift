/// A number as it was typed.
struct PositionNumber: Equatable {
  let value: Double
  /// Whether it has a decimal point.
  let hasFraction: Bool
  /// Its own characters.
  let text: String
}

/// One of the two coordinates.
enum PlaceAxis: Equatable {
  case longitude, latitude

  var other: PlaceAxis { self == .longitude ? .latitude : .longitude }
}

/// The smallest parts of a text that states a position.
enum PositionToken: Equatable {
  case number(PositionNumber)
  /// The marks of degrees, minutes and seconds: 0, 1 and 2.
  case mark(Int)
  /// A word or letter that says which coordinate it is, and its sign.
  case axis(PlaceAxis, sign: Double)
  /// A word beside the number of a zone of three degrees.
  case zone
  /// A word beside a central meridian.
  case meridian
  /// A word that names zones of six degrees.
  case sixDegrees
  case separator
}
