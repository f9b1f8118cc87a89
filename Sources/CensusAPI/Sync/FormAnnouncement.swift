import CensusDomain
import CensusJSON

/// A form as it stands in the change feed: its file word for word, so that its hash holds.
public struct FormAnnouncement: Sendable, Hashable {
  /// The form's code.
  public var code: String
  /// Its version.
  public var version: Int
  /// The SHA-256 of its file.
  public var hash: ContentHash
  /// Its file, an object without blanks around it.
  public var schema: [UInt8]

  /// Makes an announcement.
  public init(code: String, version: Int, hash: ContentHash, schema: [UInt8]) {
    self.code = code
    self.version = version
    self.hash = hash
    self.schema = schema
  }

  /// Reads an announcement and proves its hash; nil for anything else.
  init?(_ node: JSONNode) {
    guard node.kind == .object, let code = node[member: "code"]?.string,
      let version = node[member: "version"]?.int64, version > 0,
      let hash = node[member: "hash"]?.string.flatMap({ ContentHash($0) }),
      let schema = node[member: "schema"], schema.kind == .object,
      ContentHash.sha256(of: UnsafeRawBufferPointer(schema.raw)) == hash
    else { return nil }
    self.init(code: code, version: Int(version), hash: hash, schema: Array(schema.raw))
  }

  func write(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.key("code")
    writer.string(code)
    writer.key("version")
    writer.integer(version)
    writer.key("hash")
    writer.string(hash.description)
    writer.key("schema")
    writer.raw(schema)
    writer.endObject()
  }
}
