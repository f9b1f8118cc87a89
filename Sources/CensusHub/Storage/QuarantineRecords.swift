import CensusAPI
import CensusDomain

/// A revision that was rejected, without the bytes of its record.
public struct QuarantinedRevision: Sendable, Hashable {
  /// The device that sent it.
  public var device: UniqueID
  /// Its place in the device's order; with the device it is unique.
  public var sequence: Int64
  /// The SHA-256 of its record.
  public var hash: ContentHash
  /// The batch that brought it.
  public var batch: UniqueID
  /// The entry and parent that it named; nil where that could not be read or may not count.
  public var link: RevisionLink?
  /// Who filled it; empty where that could not be read.
  public var author: String
  /// The form's code; empty where that could not be read.
  public var form: String
  /// The survey object on which work has begun with it; empty where it may not count.
  public var object: String
  /// Why it was rejected.
  public var faults: [Fault]
  /// When it came in.
  public var at: Timestamp

  /// Describes a rejected revision.
  public init(
    device: UniqueID, sequence: Int64, hash: ContentHash, batch: UniqueID, link: RevisionLink?,
    author: String, form: String, object: String, faults: [Fault], at: Timestamp
  ) {
    self.device = device
    self.sequence = sequence
    self.hash = hash
    self.batch = batch
    self.link = link
    self.author = author
    self.form = form
    self.object = object
    self.faults = faults
    self.at = at
  }
}

/// Work on an object that is known only from a rejected revision.
public struct QuarantinedWork: Sendable, Hashable {
  /// The survey object.
  public var object: String
  /// The form's code.
  public var form: String
  /// Who filled it.
  public var author: String

  /// Describes the work.
  public init(object: String, form: String, author: String) {
    self.object = object
    self.form = form
    self.author = author
  }
}

/// The revisions that were rejected, kept verbatim; none is ever changed.
public protocol QuarantineRecords {
  /// Keeps a revision with the exact bytes of its record.
  func add(_ revision: QuarantinedRevision, record: UnsafeRawBufferPointer) throws
  /// The hash and the faults of the device's rejected revision of this sequence.
  func find(
    _ device: UniqueID, sequence: Int64
  ) throws -> (hash: ContentHash, faults: [Fault])?
  /// Whether a rejected revision of this hash is kept under the device's sequence.
  func contains(_ hash: ContentHash, of device: UniqueID, sequence: Int64) throws -> Bool
  /// The exact bytes of the record of the device's rejected revision of this sequence.
  func record(of device: UniqueID, sequence: Int64) throws -> [UInt8]?
  /// Where the rejected revision of this hash belongs, if it named `entry`.
  func link(_ hash: ContentHash, in entry: UniqueID) throws -> RevisionLink?
  /// Who filled the first, by device and sequence, that counts for the object and form.
  func author(of object: String, form: String) throws -> String?
  /// Shows what came in up to `moment` and counts for an object, by device and sequence.
  func visit(upTo moment: Timestamp, _ body: (QuarantinedWork) throws -> Void) throws
}
