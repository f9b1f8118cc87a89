import CensusDomain
import Crypto
import Foundation

/// Who signed a bundle, with the proof that the signer knows the device's token.
///
/// The token's SHA-256 is what a central keeps of it; the device has the token itself. So each can
/// prove to the other, without a network, that the public key beside it is its own.
public struct BundleSigner: Sendable, Codable, Hashable {
  /// The public key, Base 64.
  public var publicKey: String
  /// HMAC-SHA256 of the device and the public key under the SHA-256 of the device's token, Base 64.
  public var proof: String

  /// Vouches for `key` by the SHA-256 of the token of `device`.
  public init(_ key: BundleKey, device: UniqueID, tokenHash: ContentHash) {
    publicKey = Data(key.publicKey).base64EncodedString()
    let code = HMAC<SHA256>.authenticationCode(
      for: BundleSigner.message(key.publicKey, device),
      using: SymmetricKey(data: Data(tokenHash.bytes)))
    proof = Data(code).base64EncodedString()
  }

  /// Whether the proof was made with the token of `device`.
  public func isProved(device: UniqueID, tokenHash: ContentHash) -> Bool {
    guard let keyBytes, let stated = Data(base64Encoded: proof) else { return false }
    // Compares in constant time.
    return HMAC<SHA256>.isValidAuthenticationCode(
      stated, authenticating: BundleSigner.message(keyBytes, device),
      using: SymmetricKey(data: Data(tokenHash.bytes)))
  }

  func isSignature(_ signature: Data, of bytes: [UInt8]) -> Bool {
    guard let keyBytes,
      let key = try? Curve25519.Signing.PublicKey(rawRepresentation: Data(keyBytes))
    else { return false }
    return key.isValidSignature(signature, for: Data(bytes))
  }

  private var keyBytes: [UInt8]? {
    Data(base64Encoded: publicKey).flatMap { $0.count == 32 ? Array($0) : nil }
  }

  private static func message(_ key: [UInt8], _ device: UniqueID) -> Data {
    Data("hazcensus bundle key 1\n".utf8) + Data(device.bytes) + Data(key)
  }
}
