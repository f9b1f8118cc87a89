/// A SHA-256 value: the identity of a revision's exact bytes.
public struct ContentHash: Sendable, Hashable, Codable, CustomStringConvertible {
  /// Four words without a vector's alignment of 32 bytes: frames of asynchronous functions are
  /// aligned to 16 (Swift 6.3.1), and one that holds a value aligned to more runs over its end.
  private struct Lanes: Hashable {
    var first: UInt64 = 0
    var second: UInt64 = 0
    var third: UInt64 = 0
    var fourth: UInt64 = 0
  }

  /// The 32 bytes as they lie in memory; in place, since each revision has several hashes.
  private var lanes = Lanes()

  /// Thirty-two zero bytes: what stands before the first link of a chain.
  public static let zero = ContentHash()

  private init() {}

  /// Takes 32 bytes; nil for any other number.
  public init?(bytes: some Collection<UInt8>) {
    guard bytes.count == 32 else { return nil }
    Swift.withUnsafeMutableBytes(of: &lanes) { $0.copyBytes(from: bytes) }
  }

  /// The 32 bytes.
  public var bytes: [UInt8] { withUnsafeBytes { Array($0) } }

  /// Lends the 32 bytes for the time of `body`.
  public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
    Swift.withUnsafeBytes(of: lanes, body)
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
    let isHex = Swift.withUnsafeMutableBytes(of: &lanes) { bytes in
      for index in 0..<32 {
        guard let high = ContentHash.nibble(hex[2 * index]),
          let low = ContentHash.nibble(hex[2 * index + 1])
        else { return false }
        bytes[index] = high << 4 | low
      }
      return true
    }
    if !isHex { return nil }
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
    [UInt8](unsafeUninitializedCapacity: 64) { buffer, count in
      withUnsafeBytes { bytes in
        for index in 0..<32 {
          buffer[2 * index] = ContentHash.digit(bytes[index] >> 4)
          buffer[2 * index + 1] = ContentHash.digit(bytes[index] & 0xF)
        }
      }
      count = 64
    }
  }

  private static func digit(_ nibble: UInt8) -> UInt8 {
    nibble < 10 ? 0x30 + nibble : 0x61 + nibble - 10
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

extension ContentHash: Comparable {
  /// Compares byte by byte, which is the order of their texts as well.
  public static func < (left: ContentHash, right: ContentHash) -> Bool {
    left.withUnsafeBytes { bytes in right.withUnsafeBytes { bytes.lexicographicallyPrecedes($0) } }
  }
}
