/// A 128-bit identifier (RFC 9562) kept as bytes; entries use version 7 so that they sort by birth.
public struct UniqueID: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
  /// The upper 64 bits in big-endian order.
  public let high: UInt64
  /// The lower 64 bits in big-endian order.
  public let low: UInt64

  /// Makes an identifier from its two halves.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// Makes a version 7 identifier (RFC 9562, section 5.7) for the moment `at`.
  public static func version7(
    at: Timestamp, using random: inout some RandomNumberGenerator
  ) -> UniqueID {
    let time = UInt64(clamping: at.milliseconds) & 0xFFFF_FFFF_FFFF
    let high = time << 16 | 0x7000 | UInt64.random(in: 0...0xFFF, using: &random)
    let low = 0x8000_0000_0000_0000 | random.next() >> 2
    return UniqueID(high: high, low: low)
  }

  /// Reads the canonical text `xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx` in lower or upper case.
  public init?(_ text: String) {
    var copy = text
    let parsed = copy.withUTF8 { UniqueID(utf8: UnsafeRawBufferPointer($0)) }
    guard let parsed else { return nil }
    self = parsed
  }

  /// Reads the 36 bytes of the canonical text.
  public init?(utf8 bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 36 else { return nil }
    var halves: (UInt64, UInt64) = (0, 0)
    var digits = 0
    for position in 0..<36 {
      let byte = bytes[position]
      if position == 8 || position == 13 || position == 18 || position == 23 {
        guard byte == 0x2D else { return nil }
        continue
      }
      let nibble: UInt8
      switch byte {
      case 0x30...0x39: nibble = byte - 0x30
      case 0x61...0x66: nibble = byte - 0x61 + 10
      case 0x41...0x46: nibble = byte - 0x41 + 10
      default: return nil
      }
      if digits < 16 {
        halves.0 = halves.0 << 4 | UInt64(nibble)
      } else {
        halves.1 = halves.1 << 4 | UInt64(nibble)
      }
      digits += 1
    }
    self.init(high: halves.0, low: halves.1)
  }

  /// The sixteen bytes in network order, as they are stored.
  public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

  /// Lends the sixteen bytes in network order for the time of `body`.
  public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    Swift.withUnsafeBytes(of: SIMD2(high.bigEndian, low.bigEndian), body)
  }

  /// Reads sixteen stored bytes; nil for any other number.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    var halves: (UInt64, UInt64) = (0, 0)
    for (position, byte) in bytes.enumerated() {
      if position < 8 {
        halves.0 = halves.0 << 8 | UInt64(byte)
      } else {
        halves.1 = halves.1 << 8 | UInt64(byte)
      }
    }
    self.init(high: halves.0, low: halves.1)
  }

  /// The canonical lower-case text.
  public var description: String {
    String(unsafeUninitializedCapacity: 36) { buffer in
      var digit = 0
      for position in 0..<36 {
        if position == 8 || position == 13 || position == 18 || position == 23 {
          buffer[position] = 0x2D
          continue
        }
        let half = digit < 16 ? high : low
        let nibble = UInt8(half >> UInt64(60 - 4 * (digit % 16)) & 0xF)
        buffer[position] = nibble < 10 ? 0x30 + nibble : 0x61 + nibble - 10
        digit += 1
      }
      return 36
    }
  }

  /// Orders identifiers by their bytes.
  public static func < (left: UniqueID, right: UniqueID) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }

  /// Reads the canonical text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = UniqueID(text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "Not an identifier: \(text)")
    }
    self = id
  }

  /// Writes the canonical text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
