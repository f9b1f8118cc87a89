import CensusDomain
import CensusFiles
import Crypto
import Foundation

/// Encrypts a bundle to a central's public key, and opens it there.
///
/// HPKE (RFC 9180) with X25519, HKDF-SHA256 and ChaCha20-Poly1305 in base mode. The file is a line that
/// names it, the encapsulated key of 32 bytes, and the bundle in pieces of 256 KiB, each sealed in order
/// with a byte that says whether it is the last, so that a cut at a piece's edge is found.
public enum BundleSeal {
  private static let mark = Array("hazcensus sealed bundle 1\n".utf8)
  private static let info = Data("hazcensus bundle 1".utf8)
  private static var suite: HPKE.Ciphersuite { .Curve25519_SHA256_ChachaPoly }
  private static let keySize = 32
  private static let pieceSize = 256 * 1024
  private static let tagSize = 16

  /// A central's X25519 key pair for sealed bundles.
  public struct Key: Sendable {
    fileprivate let key: Curve25519.KeyAgreement.PrivateKey

    /// Makes a new pair.
    public init() { key = Curve25519.KeyAgreement.PrivateKey() }

    /// Takes up the pair whose secret was kept; nil where it is none.
    public init?(secret: some Collection<UInt8>) {
      guard
        let key = try? Curve25519.KeyAgreement.PrivateKey(rawRepresentation: Data(secret))
      else { return nil }
      self.key = key
    }

    /// The secret, 32 bytes.
    public var secret: [UInt8] { Array(key.rawRepresentation) }
    /// The public key, Base 64.
    public var publicKey: String { key.publicKey.rawRepresentation.base64EncodedString() }
  }

  /// Whether the file at `path` is a sealed bundle.
  ///
  /// - Throws: ``CensusError`` where the file cannot be read.
  public static func isSealed(_ path: String) throws(CensusError) -> Bool {
    try PlainFile.reading(path).read(at: 0, count: mark.count) == mark
  }

  /// Seals the file at `source` into a new file at `target`, which is on the disk when this returns.
  ///
  /// - Parameter recipient: the central's public key, Base 64.
  /// - Throws: ``CensusError``: `usage` for what is no key, or of reading and writing.
  public static func seal(
    _ source: String, to target: String, for recipient: String
  ) throws(CensusError) {
    let input = try PlainFile.reading(source)
    var sender = try sender(for: recipient)
    let output = try PlainFile.making(target)
    let head = mark + Array(sender.encapsulatedKey)
    try output.write(head, at: 0)
    var written = Int64(head.count)
    try eachPiece(of: input, from: 0, size: pieceSize) { (piece, isLast) throws(CensusError) in
      let sealed: Data
      do {
        sealed = try sender.seal(piece, authenticating: Data([isLast ? 1 : 0]))
      } catch {
        throw CensusError(
          .software, zh: "无法加密离线包。", en: "The bundle could not be sealed.", cause: error)
      }
      try output.write(Array(sealed), at: written)
      written += Int64(sealed.count)
    }
    try output.synchronize()
  }

  /// Opens the sealed file at `source` into the empty file at `target`.
  ///
  /// - Throws: ``CensusError``: `invalidData` where it was sealed for another key, changed or cut.
  public static func open(
    _ source: String, to target: String, with key: Key
  ) throws(CensusError) {
    let input = try PlainFile.reading(source)
    let output = try PlainFile.changing(target)
    let start = Int64(mark.count + keySize)
    let encapsulated = try input.read(at: Int64(mark.count), count: keySize)
    var recipient = try recipient(key, Data(encapsulated), source)
    var written: Int64 = 0
    try eachPiece(of: input, from: start, size: pieceSize + tagSize) {
      (piece, isLast) throws(CensusError) in
      let opened: Data
      do {
        opened = try recipient.open(piece, authenticating: Data([isLast ? 1 : 0]))
      } catch {
        throw BundleProblem.cannotOpen(source)
      }
      try output.write(Array(opened), at: written)
      written += Int64(opened.count)
    }
  }

  private static func sender(for recipient: String) throws(CensusError) -> HPKE.Sender {
    guard let raw = Data(base64Encoded: recipient), raw.count == keySize,
      let key = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: raw),
      let sender = try? HPKE.Sender(recipientKey: key, ciphersuite: suite, info: info)
    else { throw BundleProblem.notAKey(recipient) }
    return sender
  }

  private static func recipient(
    _ key: Key, _ encapsulated: Data, _ source: String
  ) throws(CensusError) -> HPKE.Recipient {
    guard
      let recipient = try? HPKE.Recipient(
        privateKey: key.key, ciphersuite: suite, info: info, encapsulatedKey: encapsulated)
    else { throw BundleProblem.cannotOpen(source) }
    return recipient
  }

  private static func eachPiece(
    of file: PlainFile, from start: Int64, size: Int,
    _ body: (Data, _ isLast: Bool) throws(CensusError) -> Void
  ) throws(CensusError) {
    var offset = start
    var next = try file.read(at: offset, count: size)
    while true {
      offset += Int64(next.count)
      let following = try file.read(at: offset, count: size)
      try body(Data(next), following.isEmpty)
      if following.isEmpty { return }
      next = following
    }
  }
}
