import CensusDomain

/// An exact decimal of a target or a record, such as `9.2`; never negative, at most six places.
public struct Quantity: Sendable, Hashable, Comparable {
  /// The value in millionths.
  public let millionths: Int64

  /// Makes a whole number; nil for a negative one or one with more than twelve digits.
  public init?(_ number: Int) {
    guard (0..<1_000_000_000_000).contains(number) else { return nil }
    millionths = Int64(number) * 1_000_000
  }

  /// Reads digits with an optional fraction; nil for anything else, signs and exponents included.
  public init?(_ text: String) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? parts[1] : "0"
    guard let whole = parts.first, (1...12).contains(whole.utf8.count),
      (1...6).contains(fraction.utf8.count),
      (whole + fraction).utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let value = Int64(whole + fraction + String(repeating: "0", count: 6 - fraction.utf8.count))
    else { return nil }
    millionths = value
  }

  /// The value without zeros at the end, such as `9.2`.
  public var text: String {
    let fraction = String(millionths % 1_000_000)
    var padded = String(repeating: "0", count: 6 - fraction.utf8.count) + fraction
    while padded.last == "0" { padded.removeLast() }
    return String(millionths / 1_000_000) + (padded.isEmpty ? "" : "." + padded)
  }

  /// The value as a fraction.
  public var ratio: Ratio {
    guard let ratio = Ratio(millionths, over: 1_000_000) else {
      preconditionFailure("a million is not zero")
    }
    return ratio
  }

  /// Orders by value.
  public static func < (left: Quantity, right: Quantity) -> Bool {
    left.millionths < right.millionths
  }
}
