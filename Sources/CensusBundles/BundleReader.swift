import CZip
import CensusAPI
import CensusDomain
import CensusFiles
import Foundation

/// Reads a bundle that anybody may have made, and believes only what its signature covers.
///
/// Names in the ZIP are compared with the manifest's and never used as paths; sizes are bounded before
/// anything is unpacked.
public final class BundleReader {
  static let manifestName = "manifest.json"
  static let signatureName = "manifest.sig"
  static let signerName = "key.json"
  private static let maximumManifest = 64 * 1024 * 1024

  /// What the bundle says of itself.
  public let manifest: BundleManifest
  /// Who signed it.
  public let signer: BundleSigner
  /// What people call the file.
  public let name: String
  private let archive: ZipArchive

  /// Opens the bundle at `path` and proves its structure and signature, but not yet its parts.
  ///
  /// Whether the signer is who it should be is for the caller to say.
  /// - Parameter name: what errors call the file, where `path` is that of an opened copy.
  /// - Throws: ``CensusError``: `invalidData` where it is no bundle, or damaged or cut, `configuration`
  ///   where a newer program wrote it.
  public init(path: String, name: String? = nil) throws(CensusError) {
    let name = name ?? path
    self.name = name
    archive = try ZipArchive(path: path, name: name)
    let bytes = try archive.bytes(
      BundleReader.manifestName, most: BundleReader.maximumManifest)
    let signature = try archive.bytes(BundleReader.signatureName, most: 200)
    signer = try BundleReader.decode(
      BundleSigner.self, try archive.bytes(BundleReader.signerName, most: 2000), name)
    guard let raw = Data(base64Encoded: Data(signature)), signer.isSignature(raw, of: bytes) else {
      throw BundleProblem.damaged(name, "签名不符", "its signature does not fit")
    }
    let mark = try BundleReader.decode(FormatMark.self, bytes, name)
    guard mark.format <= BundleManifest.currentFormat else {
      throw BundleProblem.newer(name, mark.format)
    }
    manifest = try BundleReader.decode(BundleManifest.self, bytes, name)
    try checkNames()
  }

  /// Reads every part and proves size and hash, before anything is taken in.
  ///
  /// - Throws: ``CensusError`` with `invalidData` that names the first part which does not fit.
  public func proveParts() throws(CensusError) {
    for part in manifest.parts { try copy(part) { (_) throws(CensusError) in } }
  }

  /// The bytes of a part other than an attachment.
  ///
  /// - Throws: ``CensusError`` with `invalidData` where they are not what the manifest says.
  public func bytes(of part: BundlePart) throws(CensusError) -> [UInt8] {
    guard part.size <= Int64(2 * ProtocolLimits.maximumPlainBytes) else {
      throw BundleProblem.damaged(name, "\(part.path) 过大", "\(part.path) is too large")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Int(part.size))
    try copy(part) { (piece) throws(CensusError) in bytes.append(contentsOf: piece) }
    return bytes
  }

  /// Takes an attachment of the bundle into `files`.
  ///
  /// - Throws: ``CensusError`` where it is not what the manifest says or the disk does not take it.
  public func take(_ part: BundlePart, into files: AttachmentFolder) throws(CensusError) {
    if files.contains(part.hash), try files.verify(part.hash) { return }
    let incoming = try files.makeIncoming()
    do throws(CensusError) {
      let file = try PlainFile.changing(incoming)
      var written: Int64 = 0
      try copy(part) { (piece) throws(CensusError) in
        try file.write(piece, at: written)
        written += Int64(piece.count)
      }
    } catch {
      unlink(incoming)
      throw error
    }
    _ = try files.adopt(incoming: incoming, expected: part.hash)
  }

  private func copy(
    _ part: BundlePart, _ body: ([UInt8]) throws(CensusError) -> Void
  ) throws(CensusError) {
    var hasher = ContentHasher()
    try archive.read(part.path, size: part.size) { (piece) throws(CensusError) in
      hasher.update(piece)
      try body(piece)
    }
    guard hasher.hash() == part.hash else {
      throw BundleProblem.damaged(
        name, "\(part.path) 与清单不符", "\(part.path) is not what the manifest says")
    }
  }

  /// Neither more files than the manifest names, nor fewer, nor one twice, and each by its own name.
  private func checkNames() throws(CensusError) {
    let names = Set(manifest.parts.map(\.path))
    let isOrderly =
      names.count == manifest.parts.count && archive.count == names.count + 3
      && manifest.parts.enumerated().allSatisfy { $0.element.isNamedRightly(at: $0.offset) }
    guard isOrderly else {
      throw BundleProblem.damaged(name, "文件与清单不符", "it has other files than the manifest names")
    }
  }

  private static func decode<Value: Decodable>(
    _ type: Value.Type, _ bytes: [UInt8], _ name: String
  ) throws(CensusError) -> Value {
    do {
      return try OperationCoding.decode(type, from: bytes)
    } catch {
      throw BundleProblem.damaged(name, "清单无法读取", "its manifest cannot be read")
    }
  }
}

/// Read first: of a newer manifest nothing else is certain.
private struct FormatMark: Decodable {
  let format: Int
}
