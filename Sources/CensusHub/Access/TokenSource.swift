/// Makes the random part of tokens; a parameter, so that simulations repeat themselves.
public struct TokenSource: Sendable {
  private let make: @Sendable () -> [UInt8]

  /// Wraps a way of making 32 random bytes.
  public init(_ make: @escaping @Sendable () -> [UInt8]) { self.make = make }

  /// Bytes from the system's cryptographic random numbers.
  public static let system = TokenSource {
    var random = SystemRandomNumberGenerator()
    return (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &random) }
  }

  /// Whose token it is; the prefix lets people and secret scanners tell what they have found.
  enum Holder: String {
    case device = "hcd_"
    case account = "hca_"
  }

  /// A new token.
  func next(for holder: Holder) -> String {
    holder.rawValue + TokenSource.base64URL(make())
  }

  /// Base 64 for URLs without padding (RFC 4648, section 5).
  private static func base64URL(_ bytes: [UInt8]) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    var text: [UInt8] = []
    var buffer: UInt32 = 0
    var bits = 0
    for byte in bytes {
      buffer = buffer << 8 | UInt32(byte)
      bits += 8
      while bits >= 6 {
        bits -= 6
        text.append(digits[Int(buffer >> UInt32(bits) & 0x3F)])
      }
    }
    if bits > 0 { text.append(digits[Int(buffer << UInt32(6 - bits) & 0x3F)]) }
    return String(decoding: text, as: UTF8.self)
  }
}
