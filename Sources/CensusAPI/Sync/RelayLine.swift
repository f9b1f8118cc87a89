import CensusDomain
import CensusJSON

/// A line of a relayed batch: what a central forwards to the central above it.
///
/// `{"at":41,"disposition":"accepted","hash":"…","revision":{…}}` or `{"at":42,"hash":"…","review":{…}}`.
/// `at` is the line's place in the lower central's commit order; the hash is that of the exact bytes
/// of the record or the review.
public struct RelayLine: Sendable {
  /// What a line carries.
  public enum Kind: Sendable, Hashable {
    /// A revision, with what the lower central decided of it.
    case revision(Disposition)
    /// A review of the county.
    case review(ReviewRecord)
  }

  /// Its place in the lower central's commit order.
  public var at: Int64
  /// The SHA-256 of what it carries.
  public var hash: ContentHash
  /// What it carries.
  public var kind: Kind

  /// Appends the line of a change to a batch's body and gives its hash; nil where the change is none
  /// that is relayed.
  ///
  /// - Throws: ``CensusError`` where a review cannot be encoded.
  public static func append(
    _ change: Change, to body: inout [UInt8]
  ) throws(CensusError) -> ContentHash? {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("at")
    writer.integer(change.cursor)
    let hash: ContentHash
    switch change.kind {
    case .revision(let stated, let disposition, let record):
      hash = stated
      writer.key("disposition")
      writer.string(disposition.rawValue)
      writer.key("hash")
      writer.string(hash.description)
      writer.key("revision")
      writer.raw(record)
    case .review(let review) where review.level == .county:
      let bytes = try OperationCoding.encode(review)
      hash = ContentHash.sha256(of: bytes)
      writer.key("hash")
      writer.string(hash.description)
      writer.key("review")
      writer.raw(bytes)
    default: return nil
    }
    writer.endObject()
    body.append(contentsOf: writer.bytes)
    body.append(UInt8(ascii: "\n"))
    return hash
  }

  /// Reads a line; of a revision only what stands around its record.
  ///
  /// - Throws: ``CensusError`` where the line is of neither form or the hash is another's.
  public static func read(_ node: JSONNode) throws(CensusError) -> RelayLine {
    guard node.kind == .object, let at = node[member: "at"]?.int64, at > 0 else { throw malformed }
    if let review = node[member: "review"] {
      guard let stated = node[member: "hash"]?.string.flatMap({ ContentHash($0) }) else {
        throw malformed
      }
      guard ContentHash.sha256(of: UnsafeRawBufferPointer(review.raw)) == stated else {
        throw CensusError(
          .invalidData, zh: "审核内容与其摘要不符，可能在传输中损坏。",
          en: "The review does not agree with its hash; it was damaged on the way.")
      }
      let record = try OperationCoding.decode(ReviewRecord.self, from: Array(review.raw))
      return RelayLine(at: at, hash: stated, kind: .review(record))
    }
    guard let stated = node[member: "hash"]?.string.flatMap({ ContentHash($0) }),
      let disposition = node[member: "disposition"]?.string.flatMap(Disposition.init),
      disposition == .accepted || disposition == .superseded || disposition == .conflict
    else { throw malformed }
    return RelayLine(at: at, hash: stated, kind: .revision(disposition))
  }

  private static let malformed = CensusError(
    .invalidData, zh: "该行不是转报批次的形式（缺少 at、hash、disposition 或 review）。",
    en: "The line is not a relay's: at, hash, disposition or review is missing or wrong.")
}
