import CensusDomain
import Crypto

extension ContentHash {
  /// The SHA-256 of `bytes`.
  public static func sha256(of bytes: UnsafeRawBufferPointer) -> ContentHash {
    var hasher = SHA256()
    hasher.update(bufferPointer: bytes)
    return ContentHash(digest: hasher.finalize())
  }

  /// The SHA-256 of `bytes`.
  public static func sha256(of bytes: [UInt8]) -> ContentHash {
    bytes.withUnsafeBytes { sha256(of: $0) }
  }

  /// The SHA-256 of the UTF-8 of `text`.
  public static func sha256(of text: String) -> ContentHash { sha256(of: Array(text.utf8)) }

  private init(digest: SHA256.Digest) {
    // A SHA-256 digest has 32 bytes by definition, so the failing case cannot come up.
    self = digest.withUnsafeBytes { ContentHash(bytes: $0) } ?? .zero
  }
}
