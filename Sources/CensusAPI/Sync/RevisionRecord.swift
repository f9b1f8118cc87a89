import CensusDomain
import CensusJSON

/// One revision as it is hashed, stored and sent: its envelope, and the bytes of its content.
///
/// The record's identity is the SHA-256 of its exact bytes, so they are never written anew.
public struct RevisionRecord: Sendable, Hashable {
  /// The entry that it is a state of.
  public var entry: UniqueID
  /// Its number within the entry, counted from 1.
  public var number: Int
  /// The revision that it was made from; nil for the first.
  public var parent: ContentHash?
  /// The device that made it.
  public var device: UniqueID
  /// Its place among all revisions of that device, counted from 1 without gaps.
  public var sequence: Int64
  /// Who filled it.
  public var author: String
  /// The form's code.
  public var form: String
  /// The form's version.
  public var formVersion: Int
  /// When it was made, by the device's clock; for people only.
  public var recordedAt: Timestamp
  /// Why warnings were accepted, by rule name.
  public var reasons: [String: String]
  /// The contenders that it merged or decided between, at most ``ProtocolLimits/maximumSettled``.
  public var settles: [ContentHash]

  /// Makes an envelope.
  public init(
    entry: UniqueID, number: Int, parent: ContentHash?, device: UniqueID, sequence: Int64,
    author: String, form: String, formVersion: Int, recordedAt: Timestamp,
    reasons: [String: String], settles: [ContentHash] = []
  ) {
    self.entry = entry
    self.number = number
    self.parent = parent
    self.device = device
    self.sequence = sequence
    self.author = author
    self.form = form
    self.formVersion = formVersion
    self.recordedAt = recordedAt
    self.reasons = reasons
    self.settles = settles
  }

  /// Writes the record with `content`, which must be one JSON value.
  public func write(content: some Collection<UInt8>, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("v")
    writer.integer(ProtocolLimits.version)
    writer.key("entry")
    writer.string(entry.description)
    writer.key("number")
    writer.integer(number)
    writer.key("parent")
    if let parent { writer.string(parent.description) } else { writer.null() }
    writer.key("device")
    writer.string(device.description)
    writer.key("sequence")
    writer.integer(sequence)
    writer.key("author")
    writer.string(author)
    writer.key("form")
    writer.string(form)
    writer.key("formVersion")
    writer.integer(formVersion)
    writer.key("recordedAt")
    writer.integer(recordedAt.milliseconds)
    if !reasons.isEmpty {
      writer.key("reasons")
      writer.beginObject()
      for (rule, reason) in reasons.sorted(by: { $0.key < $1.key }) {
        writer.key(rule)
        writer.string(reason)
      }
      writer.endObject()
    }
    if !settles.isEmpty {
      writer.key("settles")
      writer.beginArray()
      for hash in settles { writer.string(hash.description) }
      writer.endArray()
    }
    writer.key("content")
    writer.raw(content)
    writer.endObject()
  }

  /// Reads an envelope and finds the content in it.
  ///
  /// - Throws: ``CensusError`` naming the member that is missing or wrong.
  public static func read(
    _ node: JSONNode
  ) throws(CensusError) -> (record: RevisionRecord, content: JSONNode) {
    var reader = EnvelopeReader(node)
    let record = RevisionRecord(
      entry: try reader.id("entry"), number: try reader.positive("number"),
      parent: try reader.optionalHash("parent"), device: try reader.id("device"),
      sequence: Int64(try reader.positive("sequence")), author: try reader.text("author"),
      form: try reader.text("form"), formVersion: try reader.positive("formVersion"),
      recordedAt: Timestamp(milliseconds: try reader.integer("recordedAt")),
      reasons: try reader.reasons("reasons"), settles: try reader.hashes("settles"))
    guard let content = reader.content, content.kind == .object else {
      throw EnvelopeReader.wrong("content")
    }
    guard try reader.positive("v") == ProtocolLimits.version else {
      throw EnvelopeReader.wrong("v")
    }
    guard (record.number == 1) == (record.parent == nil) else {
      throw EnvelopeReader.wrong("parent")
    }
    return (record, content)
  }
}
