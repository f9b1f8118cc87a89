import CensusDomain
import Crypto

/// Hashes bytes that come in pieces, such as a file's; SHA-256.
public struct ContentHasher: Sendable {
  private var state = SHA256()

  /// Begins with no bytes.
  public init() {}

  /// Takes in further bytes.
  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { state.update(bufferPointer: $0) }
  }

  /// The hash of all bytes so far; further ones may follow.
  public func hash() -> ContentHash {
    // A SHA-256 digest has 32 bytes by definition, so the failing case cannot come up.
    state.finalize().withUnsafeBytes { ContentHash(bytes: $0) } ?? .zero
  }
}
