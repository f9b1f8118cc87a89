import CensusDomain
import CensusFiles
import Foundation

/// A folder on a coordinator's laptop that collects bundles and passes them on; it opens no store.
///
/// Whoever made a bundle is for the central to judge; here it is proved to be whole.
public struct CollectingFolder: Sendable {
  /// A bundle that was brought.
  public struct Item: Sendable, Encodable {
    /// Where its copy is.
    public var path: String
    /// The SHA-256 of the file.
    public var hash: ContentHash
    /// Its size, bytes.
    public var bytes: Int64
    /// What it says of itself; nil where it is sealed and only the central can read it.
    public var manifest: BundleManifest?
    /// Whether it had been brought before.
    public var isRepeated: Bool

    private enum CodingKeys: String, CodingKey {
      case path, hash, bytes, device, surveyor, kind, first, last, count, attachments, isSealed
      case isRepeated
    }

    /// Writes every key; those of a sealed bundle are null.
    public func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(path, forKey: .path)
      try container.encode(hash, forKey: .hash)
      try container.encode(bytes, forKey: .bytes)
      try container.encode(manifest?.device, forKey: .device)
      try container.encode(manifest?.surveyor, forKey: .surveyor)
      try container.encode(manifest?.kind, forKey: .kind)
      try container.encode(manifest?.first, forKey: .first)
      try container.encode(manifest?.last, forKey: .last)
      try container.encode(manifest?.count, forKey: .count)
      try container.encode(manifest?.attachments, forKey: .attachments)
      try container.encode(manifest == nil, forKey: .isSealed)
      try container.encode(isRepeated, forKey: .isRepeated)
    }
  }

  /// The folder.
  public let path: String

  /// Names the folder, and makes it where there is none.
  ///
  /// - Throws: ``CensusError`` where it cannot be made.
  public init(path: String) throws(CensusError) {
    self.path = path
    try Folders.make(path)
  }

  /// Copies a bundle into the folder, under a name of its own, so that none takes another's place.
  ///
  /// - Throws: ``CensusError``: `invalidData` for a bundle that is damaged or cut, or of the disk.
  public func take(_ source: String) throws(CensusError) -> Item {
    let manifest = try CollectingFolder.prove(source)
    let found = try PlainFile.reading(source).digest()
    let target = path + "/" + CollectingFolder.name(manifest, found.hash)
    if let held = try? PlainFile.reading(target).digest() {
      // The same bundle may have been packed anew; a copy that is damaged gives its place away.
      if held.hash == found.hash || (try? CollectingFolder.prove(target)) != nil {
        return Item(
          path: target, hash: held.hash, bytes: held.size, manifest: manifest, isRepeated: true)
      }
      unlink(target)
    }
    let partial = path + "/.partial-" + UUID().uuidString
    do throws(CensusError) {
      let copy = try PlainFile.making(partial)
      try PlainFile.reading(source).copy(to: copy)
      guard try copy.digest().hash == found.hash else {
        throw BundleProblem.damaged(source, "复制时内容变了", "it changed while it was copied")
      }
      try copy.synchronize()
      try FinishedFile.place(partial, at: target)
    } catch {
      unlink(partial)
      throw error
    }
    return Item(
      path: target, hash: found.hash, bytes: found.size, manifest: manifest, isRepeated: false)
  }

  /// The bundles in a folder, whoever put them there.
  ///
  /// - Throws: ``CensusError`` where the folder cannot be read.
  public static func bundles(in folder: String) throws(CensusError) -> [String] {
    try Folders.names(in: folder).filter { !$0.hasPrefix(".") && !$0.hasSuffix(".partial") }
      .map { folder + "/" + $0 }
      .filter { path in
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
      }
  }

  /// Proves as much as can be proved without the central's key; nil of a sealed bundle.
  private static func prove(_ path: String) throws(CensusError) -> BundleManifest? {
    guard try !BundleSeal.isSealed(path) else { return nil }
    let reader = try BundleReader(path: path)
    try reader.proveParts()
    return reader.manifest
  }

  private static func name(_ manifest: BundleManifest?, _ hash: ContentHash) -> String {
    guard let manifest else { return "sealed-\(hash.description.prefix(32)).bundle" }
    return "\(manifest.kind.rawValue)-\(manifest.device)-\(manifest.bundle).zip"
  }
}
