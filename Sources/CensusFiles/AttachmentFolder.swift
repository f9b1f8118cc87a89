import CensusAPI
import CensusDomain
import Foundation

/// The attachments of a store: plain files at `attachments/ab/<64 hexadecimal digits>`.
///
/// A file is written to `attachments/incoming`, synchronised and renamed, so that a name in a
/// two-digit folder always stands for the whole file. Nothing is made on the disk before the first
/// file comes. Files are never changed; one that was damaged is replaced when it comes again.
public struct AttachmentFolder: Sendable {
  /// The folder `attachments`.
  public let path: String
  private let store: String

  /// Names the attachments of the store in the folder `store`.
  public init(store: String) {
    self.store = store
    path = store + "/attachments"
  }

  /// The folder of what is still being written.
  public var incoming: String { path + "/incoming" }

  /// Where the file of a hash is or would be.
  public func path(of hash: ContentHash) -> String { folder(of: hash) + "/" + hash.description }

  /// Whether the file is held; its bytes are not read.
  public func contains(_ hash: ContentHash) -> Bool { size(of: hash) != nil }

  /// The size of a held file, bytes; nil where it is not held.
  public func size(of hash: ContentHash) -> Int64? {
    var status = stat()
    guard lstat(path(of: hash), &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return nil
    }
    return Int64(status.st_size)
  }

  /// Reads a file again and proves its hash.
  ///
  /// - Returns: false where the bytes are no longer those of the hash.
  /// - Throws: ``CensusError`` with code `notFound` where it is not held, or of reading.
  public func verify(_ hash: ContentHash) throws(CensusError) -> Bool {
    try PlainFile.reading(path(of: hash)).digest().hash == hash
  }

  /// All hashes held, in order.
  public func all() throws(CensusError) -> [ContentHash] {
    var found: [ContentHash] = []
    for folder in try Folders.names(in: path) where folder.utf8.count == 2 {
      for name in try Folders.names(in: path + "/" + folder) where name.hasPrefix(folder) {
        if let hash = ContentHash(name), contains(hash) { found.append(hash) }
      }
    }
    return found
  }

  /// Takes in a copy of the file at `source`.
  ///
  /// - Parameter most: the largest size that is taken, bytes.
  /// - Throws: ``CensusError``: `notFound`, `invalidData` for a link, a special or an empty file,
  ///   `tooLarge`, `diskFull`, `inputOutput`; nothing is left behind.
  public func add(
    copying source: String, most: Int64 = .max
  ) throws(CensusError) -> StoredAttachment {
    let file = try PlainFile.reading(source)
    guard try file.size() <= most else { throw tooLarge(source, most) }
    let copy = try makeIncoming()
    do throws(CensusError) {
      let target = try PlainFile.changing(copy)
      var hasher = ContentHasher()
      var size: Int64 = 0
      try file.forEachPiece { (piece) throws(CensusError) in
        try target.write(piece, at: size)
        hasher.update(piece)
        size += Int64(piece.count)
        guard size <= most else { throw tooLarge(source, most) }
      }
      guard size > 0 else { throw empty(source) }
      try target.synchronize()
      let stored = StoredAttachment(hash: hasher.hash(), size: size)
      try place(copy, as: stored.hash)
      return stored
    } catch {
      unlink(copy)
      throw error
    }
  }

  /// Takes in a file that was written to ``incoming``, after proving that it has the hash `expected`.
  ///
  /// - Throws: ``CensusError``: `invalidData` where the hash is another (the file is removed), or of
  ///   reading and writing.
  public func adopt(
    incoming file: String, expected: ContentHash
  ) throws(CensusError) -> StoredAttachment {
    let opened = try PlainFile.changing(file)
    let found = try opened.digest()
    guard found.hash == expected else {
      unlink(file)
      throw CensusError(
        .invalidData, zh: "附件内容的 SHA-256 是 \(found.hash)，而不是声明的 \(expected)，没有收下。",
        en:
          "The attachment's SHA-256 is \(found.hash), not \(expected) as declared; it was not taken in.",
        remedy: LocalizedText(zh: "从原文件重新上传。", en: "Upload it again from the original file."))
    }
    try opened.synchronize()
    try place(file, as: expected)
    return found
  }

  /// Makes an empty file of a new name in ``incoming`` and returns its path.
  public func makeIncoming(
    named name: String = "copy-" + UUID().uuidString
  ) throws(CensusError) -> String {
    try makeFolders()
    let file = incoming + "/" + name
    _ = try PlainFile.making(file)
    try Folders.synchronize(incoming)
    return file
  }

  /// Makes an empty folder of a new name in ``incoming`` and returns its path.
  public func makeIncomingFolder() throws(CensusError) -> String {
    try makeFolders()
    let folder = incoming + "/parts-" + UUID().uuidString
    try Folders.make(folder)
    return folder
  }

  private func makeFolders() throws(CensusError) {
    try Folders.make(path)
    try Folders.make(incoming)
  }

  /// Removes what an earlier process left half written in ``incoming``.
  ///
  /// Only for the holder of the store's lock: nobody else writes there then.
  ///
  /// - Parameter names: files that are to stay, such as uploads that go on.
  /// - Returns: how many were removed.
  @discardableResult
  public func sweepIncoming(keeping names: Set<String> = []) throws(CensusError) -> Int {
    var removed = 0
    for name in try Folders.names(in: incoming) where !names.contains(name) {
      let isRemoved = (try? FileManager.default.removeItem(atPath: incoming + "/" + name)) != nil
      if isRemoved { removed += 1 }
    }
    return removed
  }

  private func folder(of hash: ContentHash) -> String {
    path + "/" + hash.description.prefix(2)
  }

  /// Renames a whole and synchronised file to its place.
  private func place(_ file: String, as hash: ContentHash) throws(CensusError) {
    if contains(hash), try verify(hash) {
      unlink(file)
      return
    }
    try Folders.make(folder(of: hash))
    guard rename(file, path(of: hash)) == 0 else {
      throw CensusError(errno: errno, at: path(of: hash))
    }
    try Folders.synchronize(folder(of: hash))
    try Folders.synchronize(Folders.above(file))
  }

  private func tooLarge(_ source: String, _ most: Int64) -> CensusError {
    CensusError(
      .tooLarge, zh: "文件 \(source) 超过附件上限 \(most) 字节。",
      en: "The file \(source) is over the limit of attachments, \(most) bytes.",
      remedy: LocalizedText(zh: "压缩或缩小照片。", en: "Make the photo smaller."))
  }

  private func empty(_ source: String) -> CensusError {
    CensusError(
      .invalidData, zh: "文件 \(source) 是空的。", en: "The file \(source) is empty.",
      remedy: LocalizedText(zh: "检查照片是否拍好。", en: "Check that the photo was taken."))
  }
}
