import CensusDomain

/// What a feature says in one column.
public enum GeoValue: Sendable, Hashable {
  /// Nothing.
  case none
  /// Text, which stays text whatever it begins with.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// True or false.
  case boolean(Bool)
  /// A moment.
  case moment(Timestamp)

  /// The text, or nothing where there is none.
  public init(_ text: String?) { self = text.map { .text($0) } ?? .none }
}
