import Crypto
import Foundation

/// The `Upload-Checksum` of a part of an upload (tus 1.0.0, extension Checksum), checked as bytes come.
public struct UploadChecksum: Sendable {
  private enum State: Sendable {
    case sha1(Insecure.SHA1)
    case sha256(SHA256)
  }

  /// The algorithms that are known, as `Tus-Checksum-Algorithm` names them.
  public static let algorithms = "sha1,sha256"
  private var state: State
  private let expected: [UInt8]

  /// Reads the field's value, an algorithm and a digest in base64; nil where either is not known.
  public init?(_ field: String) {
    let parts = field.split(separator: " ", omittingEmptySubsequences: true)
    guard parts.count == 2, let digest = Data(base64Encoded: String(parts[1])) else { return nil }
    switch parts[0].lowercased() {
    case "sha1" where digest.count == Insecure.SHA1.byteCount: state = .sha1(Insecure.SHA1())
    case "sha256" where digest.count == SHA256.byteCount: state = .sha256(SHA256())
    default: return nil
    }
    expected = Array(digest)
  }

  /// The field's value for `bytes`, by SHA-256.
  public static func field(for bytes: [UInt8]) -> String {
    "sha256 " + Data(SHA256.hash(data: bytes)).base64EncodedString()
  }

  /// Takes in further bytes.
  public mutating func update(_ bytes: [UInt8]) {
    switch state {
    case .sha1(var hasher):
      hasher.update(data: bytes)
      state = .sha1(hasher)
    case .sha256(var hasher):
      hasher.update(data: bytes)
      state = .sha256(hasher)
    }
  }

  /// Whether the bytes so far have the digest that was stated.
  public var agrees: Bool {
    switch state {
    case .sha1(let hasher): Array(hasher.finalize()) == expected
    case .sha256(let hasher): Array(hasher.finalize()) == expected
    }
  }
}
