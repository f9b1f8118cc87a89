/// An amount of money in fen (1/100 yuan); the only unit in which money is stored or added.
public struct Fen: Sendable, Hashable, Comparable, Codable {
  /// The amount in fen; refunds are negative.
  public var value: Int64

  /// Makes an amount of `value` fen.
  public init(_ value: Int64) { self.value = value }

  /// No money.
  public static let zero = Fen(0)

  /// Reads an amount in yuan, such as `1234.5` or `-20.00`, exactly.
  ///
  /// Returns nil where the text is not a plain decimal with at most two places, or is too large.
  public init?(yuan text: String) {
    var digits = Substring(text)
    let negative = digits.first == "-"
    if negative { digits = digits.dropFirst() }
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let whole = parts.first, !whole.isEmpty, whole.utf8.allSatisfy(isASCIIDigit) else {
      return nil
    }
    let fraction = parts.count == 2 ? parts[1] : ""
    if parts.count == 2 {
      guard (1...2).contains(fraction.utf8.count), fraction.utf8.allSatisfy(isASCIIDigit) else {
        return nil
      }
    }
    let padded = fraction + String(repeating: "0", count: 2 - fraction.utf8.count)
    guard let magnitude = Int64(whole + padded) else { return nil }
    self.init(negative ? -magnitude : magnitude)
  }

  /// The amount in yuan with two places, such as `1234.50`.
  public var yuan: String {
    let magnitude = value.magnitude
    let cents = String(magnitude % 100)
    let padding = cents.utf8.count < 2 ? "0" : ""
    return (value < 0 ? "-" : "") + "\(magnitude / 100).\(padding)\(cents)"
  }

  /// Orders amounts by value.
  public static func < (left: Fen, right: Fen) -> Bool { left.value < right.value }
  /// Adds two amounts.
  public static func + (left: Fen, right: Fen) -> Fen { Fen(left.value + right.value) }
  /// Adds an amount in place.
  public static func += (left: inout Fen, right: Fen) { left.value += right.value }

  /// Writes the bare integer of fen.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }

  /// Reads a bare integer of fen.
  public init(from decoder: any Decoder) throws {
    value = try decoder.singleValueContainer().decode(Int64.self)
  }
}

private func isASCIIDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
