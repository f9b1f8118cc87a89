/// A statistical region code: 2, 4, 6, 9 or 12 digits for province, city, county, township, village.
///
/// Codes are text, because leading zeros and length carry meaning; the edition of the code table
/// that a code comes from is kept beside it, since codes are re-used between editions.
public struct RegionCode: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The digits.
  public let digits: String

  /// Reads a code; nil where it is not 2, 4, 6, 9 or 12 ASCII digits.
  public init?(_ text: String) {
    guard [2, 4, 6, 9, 12].contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    digits = text
  }

  /// Whether `other` lies inside this region or is it.
  public func contains(_ other: RegionCode) -> Bool { other.digits.hasPrefix(digits) }

  /// The digits.
  public var description: String { digits }

  /// Reads a code from its text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let code = RegionCode(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "A region code has 2, 4, 6, 9 or 12 digits: \(text)")
    }
    self = code
  }

  /// Writes the code as text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(digits)
  }
}
