import CZip
import CensusAPI
import CensusDomain
import CensusFiles
import Foundation

/// Writes a bundle: parts first, then the manifest, its signature and the signer, all in one ZIP.
///
/// Parts wait on the store's disk, so memory does not grow with the bundle; the target gets its name
/// only when it is whole and on the disk.
public final class BundleWriter {
  /// Where the bundle will stand.
  public let target: String
  private let files: AttachmentFolder
  private let scratch: String
  private var sources: [String] = []
  private var attached: Set<ContentHash> = []
  /// The parts that were added, in order.
  public private(set) var parts: [BundlePart] = []
  /// The sizes of the parts together, bytes before packing.
  public private(set) var size: Int64 = 0

  /// Begins a bundle that will stand at `target`.
  ///
  /// - Parameter files: the store's attachments; parts wait in their folder of what is incoming.
  /// - Throws: ``CensusError`` with `cannotCreate` where there is a file already, or of the disk.
  public init(target: String, files: AttachmentFolder) throws(CensusError) {
    guard !FileManager.default.fileExists(atPath: target) else {
      throw BundleProblem.exists(target)
    }
    self.target = target
    self.files = files
    scratch = try files.makeIncomingFolder()
  }

  deinit {
    try? FileManager.default.removeItem(atPath: scratch)
    unlink(partial)
  }

  /// Adds a part of these bytes.
  ///
  /// - Throws: ``CensusError`` where the disk does not take it.
  public func add(_ bytes: [UInt8], _ kind: BundlePart.Kind) throws(CensusError) {
    let source = scratch + "/\(parts.count)"
    try PlainFile.making(source).write(bytes, at: 0)
    append(source, kind, Int64(bytes.count), ContentHash.sha256(of: bytes))
  }

  /// Adds an attachment of the store; one that was added before is not added again.
  ///
  /// - Returns: false where its bytes are not those of its name any more, and it was left out.
  public func add(_ attachment: ContentHash) throws(CensusError) -> Bool {
    if attached.contains(attachment) { return true }
    guard let size = files.size(of: attachment), try files.verify(attachment) else { return false }
    attached.insert(attachment)
    append(files.path(of: attachment), .attachment, size, attachment)
    return true
  }

  private func append(
    _ source: String, _ kind: BundlePart.Kind, _ size: Int64, _ hash: ContentHash
  ) {
    sources.append(source)
    parts.append(BundlePart(kind, index: parts.count, size: size, hash: hash))
    self.size += size
  }

  /// Writes the ZIP and puts it in place, sealed where a recipient is given.
  ///
  /// - Throws: ``CensusError`` where the disk does not take it.
  public func finish(
    _ manifest: BundleManifest, _ key: BundleKey, _ signer: BundleSigner,
    sealedFor recipient: String? = nil
  ) throws(CensusError) {
    let bytes = try OperationCoding.encode(manifest)
    let signature = Array(Data(try key.sign(bytes)).base64EncodedString().utf8)
    let heads = [
      (BundleReader.manifestName, bytes), (BundleReader.signatureName, signature),
      (BundleReader.signerName, try OperationCoding.encode(signer)),
    ]
    // What an export left that was killed.
    unlink(partial)
    if let recipient {
      let zip = scratch + "/bundle.zip"
      try pack(heads, into: zip)
      try BundleSeal.seal(zip, to: partial, for: recipient)
    } else {
      try pack(heads, into: partial)
      try PlainFile.changing(partial).synchronize()
    }
    try FinishedFile.place(partial, at: target)
  }

  private var partial: String { target + ".partial" }

  private func pack(
    _ heads: [(name: String, bytes: [UInt8])], into path: String
  ) throws(CensusError) {
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &code) else {
      throw BundleProblem.system(path, BundleWriter.words(code))
    }
    do throws(CensusError) {
      for (index, head) in heads.enumerated() {
        let source = scratch + "/head-\(index)"
        try PlainFile.making(source).write(head.bytes, at: 0)
        try put(source, as: head.name, isStored: false, into: archive)
      }
      for (part, source) in zip(parts, sources) {
        try put(source, as: part.path, isStored: part.kind == .attachment, into: archive)
      }
    } catch {
      zip_discard(archive)
      throw error
    }
    guard zip_close(archive) == 0 else {
      let reason = String(cString: zip_strerror(archive))
      zip_discard(archive)
      throw BundleProblem.system(path, reason)
    }
  }

  private func put(
    _ source: String, as name: String, isStored: Bool, into archive: OpaquePointer
  ) throws(CensusError) {
    guard let file = zip_source_file(archive, source, 0, -1) else {
      throw BundleProblem.system(source, String(cString: zip_strerror(archive)))
    }
    let index = zip_file_add(archive, name, file, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(file)
      throw BundleProblem.system(source, String(cString: zip_strerror(archive)))
    }
    // Photos are packed already. For the rest, zlib's better levels cost more time than room on a stick
    // is worth: they took most of an export.
    zip_set_file_compression(
      archive, zip_uint64_t(index), isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, isStored ? 0 : 1)
  }

  private static func words(_ code: Int32) -> String {
    var error = zip_error_t()
    zip_error_init_with_code(&error, code)
    defer { zip_error_fini(&error) }
    return String(cString: zip_error_strerror(&error))
  }
}
