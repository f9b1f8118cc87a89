import CensusDomain
import Foundation

/// The field that says what a body is as it travels, by its SHA-256 (RFC 9530, section 2).
public enum ContentDigest {
  /// The field's name.
  public static let field = "Content-Digest"

  /// The field's value for `bytes`.
  public static func value(of bytes: [UInt8]) -> String {
    "sha-256=:\(Data(ContentHash.sha256(of: bytes).bytes).base64EncodedString()):"
  }
}
