import CensusAPI
import CensusDomain

/// A revision as it is stored, without the bytes of its record.
public struct StoredRevision: Sendable, Hashable {
  /// The device that sent it.
  public var device: UniqueID
  /// Its place in the device's order; with the device it is unique.
  public var sequence: Int64
  /// The entry that it is a state of.
  public var entry: UniqueID
  /// Its number within the entry.
  public var number: Int
  /// The revision that it was made from.
  public var parent: ContentHash?
  /// The SHA-256 of its record; unique within the entry, which the record names.
  public var hash: ContentHash
  /// What was done with it: accepted, superseded or conflict.
  public var disposition: Disposition
  /// Who filled it.
  public var author: String
  /// The form's code.
  public var form: String
  /// The survey object that its content names.
  public var object: String
  /// The township that its content names.
  public var town: String
  /// When it came in.
  public var receivedAt: Timestamp

  /// Describes a revision.
  public init(
    device: UniqueID, sequence: Int64, entry: UniqueID, number: Int, parent: ContentHash?,
    hash: ContentHash, disposition: Disposition, author: String, form: String, object: String,
    town: String, receivedAt: Timestamp
  ) {
    self.device = device
    self.sequence = sequence
    self.entry = entry
    self.number = number
    self.parent = parent
    self.hash = hash
    self.disposition = disposition
    self.author = author
    self.form = form
    self.object = object
    self.town = town
    self.receivedAt = receivedAt
  }
}

/// Which entry a revision belongs to and what it was made from.
public struct RevisionLink: Sendable, Hashable {
  /// The entry.
  public var entry: UniqueID
  /// The revision that it was made from; nil for the entry's first.
  public var parent: ContentHash?

  /// Describes a link.
  public init(entry: UniqueID, parent: ContentHash?) {
    self.entry = entry
    self.parent = parent
  }
}

/// The revisions that were stored; none is ever changed.
public protocol RevisionRecords {
  /// Adds a revision with the exact bytes of its record and gives its place in the commit order.
  ///
  /// Refuses a sequence that the device used before and a hash that the entry has.
  func add(_ revision: StoredRevision, record: UnsafeRawBufferPointer) throws -> Int64
  /// The hash of the device's revision of this sequence.
  func hash(of device: UniqueID, sequence: Int64) throws -> ContentHash?
  /// The device's newest sequence that is held, as a revision or in quarantine; 0 for none.
  func newestSequence(of device: UniqueID) throws -> Int64
  /// What the entry's revision of this hash was made from; nil where the entry has none of it.
  func link(_ hash: ContentHash, in entry: UniqueID) throws -> RevisionLink?
  /// The exact bytes of the record at `cursor`; nil where they no longer agree with their hash.
  func record(at cursor: Int64) throws -> [UInt8]?
  /// The records of the entry's revisions that contend with the standing one and were not settled,
  /// in commit order; throws `inputOutput` where one no longer agrees with its hash.
  func contenders(of entry: UniqueID) throws -> [[UInt8]]
  /// Every revision of the entry in commit order, with what was done with it.
  func all(of entry: UniqueID) throws -> [(disposition: Disposition, record: [UInt8])]
  /// Whether the entry has such a contender.
  func isContested(_ entry: UniqueID) throws -> Bool
  /// Notes that the revision at `cursor` settles these contenders of the entry.
  ///
  /// Hashes that are none of its contenders, and such as are settled already, are passed over.
  func settle(_ hashes: [ContentHash], of entry: UniqueID, by cursor: Int64) throws
  /// Shows every record with its cursor and hash in commit order; its bytes last only for the call.
  func visit(
    _ body: (_ cursor: Int64, _ hash: ContentHash, _ record: UnsafeRawBufferPointer) throws -> Void
  ) throws
}
