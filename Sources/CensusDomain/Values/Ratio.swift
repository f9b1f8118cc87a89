/// An exact fraction of two counts or two amounts; it becomes a decimal only when it is shown.
public struct Ratio: Sendable, Hashable {
  /// What is counted.
  public let numerator: Int64
  /// What it is counted against; never zero.
  public let denominator: Int64

  /// Makes a fraction; nil where the denominator is zero, because 0/0 is not a rate.
  public init?(_ numerator: Int64, over denominator: Int64) {
    guard denominator != 0 else { return nil }
    let sign: Int64 = denominator < 0 ? -1 : 1
    self.numerator = numerator * sign
    self.denominator = denominator * sign
  }

  /// The nearest double, for machine-readable output.
  public var value: Double { Double(numerator) / Double(denominator) }

  /// Whether the fraction is at least `other`, decided without rounding.
  public func isAtLeast(_ other: Ratio) -> Bool {
    let left = numerator.multipliedFullWidth(by: other.denominator)
    let right = other.numerator.multipliedFullWidth(by: denominator)
    return left.high != right.high ? left.high > right.high : left.low >= right.low
  }

  /// The fraction as a percentage with `places` decimals, rounded half away from zero.
  public func percent(places: Int = 2) -> String {
    var scale: UInt128 = 100
    for _ in 0..<places { scale *= 10 }
    let product = UInt128(numerator.magnitude) * scale
    let divisor = UInt128(denominator)
    let (quotient, remainder) = product.quotientAndRemainder(dividingBy: divisor)
    let rounded = quotient + (remainder >= divisor - remainder ? 1 : 0)
    let digits = String(rounded)
    let sign = numerator < 0 && rounded > 0 ? "-" : ""
    guard places > 0 else { return "\(sign)\(digits)%" }
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    let split = padded.index(padded.endIndex, offsetBy: -places)
    return "\(sign)\(padded[..<split]).\(padded[split...])%"
  }
}
