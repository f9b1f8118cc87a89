import CensusDomain
import Crypto
import Foundation

/// The Ed25519 key pair by which a device or a central signs its bundles.
public struct BundleKey: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  /// Makes a new pair.
  public init() { key = Curve25519.Signing.PrivateKey() }

  /// Takes up the pair whose secret was kept; nil where it is none.
  public init?(secret: some Collection<UInt8>) {
    guard let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: Data(secret)) else {
      return nil
    }
    self.key = key
  }

  /// The secret, 32 bytes.
  public var secret: [UInt8] { Array(key.rawRepresentation) }
  /// The public key, 32 bytes.
  public var publicKey: [UInt8] { Array(key.publicKey.rawRepresentation) }

  func sign(_ bytes: [UInt8]) throws(CensusError) -> [UInt8] {
    do {
      return Array(try key.signature(for: Data(bytes)))
    } catch {
      throw CensusError(
        .software, zh: "无法签名离线包。", en: "The bundle could not be signed.", cause: error)
    }
  }
}
