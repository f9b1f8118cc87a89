/// A SHA-256 value: the identity of a revision's exact bytes.
public struct ContentHash: Sendable, Hashable, Codable, CustomStringConvertible {
  /// The 32 bytes.
  public let bytes: [UInt8]

  /// Thirty-two zero bytes: what stands before the first link of a chain.
  public static let zero = ContentHash()

  private init() { bytes = [UInt8](repeating: 0, count: 32) }

  /// Takes 32 bytes; nil for any other number.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    self.bytes = Array(bytes)
  }

  /// Reads 64 lower-case hexadecimal digits.
  public init?(_ text: String) {
    var copy = text
    guard let parsed = copy.withUTF8({ ContentHash(hex: UnsafeRawBufferPointer($0)) }) else {
      return nil
    }
    self = parsed
  }

  /// Reads 64 bytes of lower-case hexadecimal.
  public init?(hex: UnsafeRawBufferPointer) {
    guard hex.count == 64 else { return nil }
    var result = [UInt8]()
    result.reserveCapacity(32)
    for index in stride(from: 0, to: 64, by: 2) {
      guard let high = ContentHash.nibble(hex[index]), let low = ContentHash.nibble(hex[index + 1])
      else { return nil }
      result.append(high << 4 | low)
    }
    bytes = result
  }

  private static func nibble(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  /// The hash as 64 bytes of lower-case hexadecimal.
  public var hexBytes: [UInt8] {
    let digits = StaticDigits.lowercaseHex
    var result = [UInt8]()
    result.reserveCapacity(64)
    for byte in bytes {
      result.append(digits[Int(byte >> 4)])
      result.append(digits[Int(byte & 0xF)])
    }
    return result
  }

  /// The hash as 64 lower-case hexadecimal digits.
  public var description: String { String(decoding: hexBytes, as: UTF8.self) }

  /// Reads 64 hexadecimal digits.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let hash = ContentHash(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "Not a SHA-256 in hexadecimal: \(text)")
    }
    self = hash
  }

  /// Writes 64 hexadecimal digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

private enum StaticDigits {
  static let lowercaseHex = Array("0123456789abcdef".utf8)
}
