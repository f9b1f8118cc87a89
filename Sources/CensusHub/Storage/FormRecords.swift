import CensusDomain

/// A form that was added at the central.
public struct StoredForm: Sendable, Hashable {
  /// The form's code.
  public var code: String
  /// Its version.
  public var version: Int
  /// The SHA-256 of its file.
  public var hash: ContentHash
  /// Its file, word for word.
  public var json: [UInt8]
  /// When it was added.
  public var addedAt: Timestamp

  /// Describes a form.
  public init(
    code: String, version: Int, hash: ContentHash, json: [UInt8], addedAt: Timestamp
  ) {
    self.code = code
    self.version = version
    self.hash = hash
    self.json = json
    self.addedAt = addedAt
  }
}

/// The forms that were added; none is ever changed or removed, since entries name their versions.
public protocol FormRecords {
  /// The form of this code and version.
  func find(_ code: String, version: Int) throws -> StoredForm?
  /// All of them in the order in which they were added.
  func list() throws -> [StoredForm]
  /// Adds a form under the next cursor; refuses a code and version that is there.
  func add(_ form: StoredForm) throws
}
