import CensusDomain
import CensusJSON

/// What stands in a batch in place of a revision that its device cannot deliver.
///
/// `{"void":{"sequence":…,"hash":"…","entry":"…","parent":…,"reason":"…","detail":"…"}}`. It keeps the
/// device's order without a gap, so that one lost revision does not stop those behind it.
public struct VoidLine: Sendable, Hashable {
  /// Why the revision itself does not come.
  public enum Reason: String, Sendable {
    /// Its bytes on the device are no longer those of its hash.
    case damaged
    /// The central refused every batch that held it, at last with it alone.
    case refused
  }

  /// The revision's place in its device's order.
  public var sequence: Int64
  /// The revision's hash, as its device noted it.
  public var hash: ContentHash
  /// The entry that it is a state of.
  public var entry: UniqueID
  /// The revision that it was made from; nil for the first.
  public var parent: ContentHash?
  /// Why it does not come.
  public var reason: Reason
  /// What was seen, in words; at most 500 bytes of it travel.
  public var detail: String

  /// Makes a line.
  public init(
    sequence: Int64, hash: ContentHash, entry: UniqueID, parent: ContentHash?, reason: Reason,
    detail: String
  ) {
    self.sequence = sequence
    self.hash = hash
    self.entry = entry
    self.parent = parent
    self.reason = reason
    self.detail = detail
  }

  /// Appends the line with its line feed to a batch's body.
  public func append(to body: inout [UInt8]) {
    var writer = JSONWriter()
    writer.beginObject()
    writer.key("void")
    writer.beginObject()
    writer.key("sequence")
    writer.integer(sequence)
    writer.key("hash")
    writer.string(hash.description)
    writer.key("entry")
    writer.string(entry.description)
    writer.key("parent")
    if let parent { writer.string(parent.description) } else { writer.null() }
    writer.key("reason")
    writer.string(reason.rawValue)
    writer.key("detail")
    writer.string(String(decoding: Array(detail.utf8.prefix(500)), as: UTF8.self))
    writer.endObject()
    writer.endObject()
    body.append(contentsOf: writer.bytes)
    body.append(UInt8(ascii: "\n"))
  }

  /// Reads what stands under `void`.
  ///
  /// - Throws: ``CensusError``: `invalidData` naming the member that is missing or wrong.
  public static func read(_ node: JSONNode) throws(CensusError) -> VoidLine {
    var reader = EnvelopeReader(node)
    let sequence = Int64(try reader.positive("sequence"))
    guard let hash = try reader.optionalHash("hash") else { throw EnvelopeReader.wrong("hash") }
    let entry = try reader.id("entry")
    let parent = try reader.optionalHash("parent")
    guard let reason = Reason(rawValue: try reader.text("reason")) else {
      throw EnvelopeReader.wrong("reason")
    }
    let detail = node[member: "detail"]?.string ?? ""
    return VoidLine(
      sequence: sequence, hash: hash, entry: entry, parent: parent, reason: reason,
      detail: String(detail.prefix(500)))
  }
}
