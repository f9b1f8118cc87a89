import CensusDomain
import CensusJSON
import Foundation

/// A line of a batch: `{"hash":"…","revision":{…}}`, where the hash is that of the revision's bytes.
public enum BatchLine {
  private static let opening = Array(#"{"hash":""#.utf8)
  private static let middle = Array(#"","revision":"#.utf8)

  /// Appends the line of a stored record to a batch's body.
  public static func append(
    hash: ContentHash, record: UnsafeRawBufferPointer, to body: inout [UInt8]
  ) {
    body.append(contentsOf: opening)
    body.append(contentsOf: hash.hexBytes)
    body.append(contentsOf: middle)
    body.append(contentsOf: record)
    body.append(UInt8(ascii: "}"))
    body.append(UInt8(ascii: "\n"))
  }

  /// What a line adds to its record, bytes.
  public static let overhead = opening.count + 64 + middle.count + 2

  /// Takes a line apart and proves the hash.
  ///
  /// - Throws: ``CensusError`` where the line is not of this form or the hash is another's.
  public static func read(
    _ node: JSONNode
  ) throws(CensusError) -> (hash: ContentHash, revision: JSONNode) {
    guard node.kind == .object, let stated = node[member: "hash"], stated.kind == .string,
      let hash = ContentHash(hex: UnsafeRawBufferPointer(stated.utf8)),
      let revision = node[member: "revision"], revision.kind == .object
    else {
      throw CensusError(
        .invalidData, zh: "该行不是 {\"hash\":…,\"revision\":…} 的形式。",
        en: "The line is not of the form {\"hash\":…,\"revision\":…}.")
    }
    guard ContentHash.sha256(of: UnsafeRawBufferPointer(revision.raw)) == hash else {
      throw CensusError(
        .invalidData, zh: "修订内容与其摘要不符，可能在存储或传输中损坏。",
        en: "The revision does not agree with its hash; it was damaged on the way or at rest.")
    }
    return (hash, revision)
  }
}

/// Cuts a batch's body into lines without copying.
public struct LineSplitter: Sequence, IteratorProtocol {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  /// Reads the lines of `bytes`, which must outlive the splitter.
  public init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The next line that is not empty, without its line feed.
  public mutating func next() -> UnsafeRawBufferPointer? {
    nextRange().map { UnsafeRawBufferPointer(rebasing: bytes[$0]) }
  }

  /// Where the next line lies that is not empty, without its line feed.
  public mutating func nextRange() -> Range<Int>? {
    while position < bytes.count, let base = bytes.baseAddress {
      let feed = memchr(base + position, 0x0A, bytes.count - position)
      let start = position
      let end = feed.map { UnsafeRawPointer($0) - base } ?? bytes.count
      position = end + 1
      if end > start { return start..<end }
    }
    return nil
  }
}
