import CensusAPI
import CensusDomain

/// An entry with its standing revision.
public struct StoredEntry: Sendable, Hashable {
  /// The entry.
  public var id: UniqueID
  /// Its form's code.
  public var form: String
  /// What it records: its form's hazard, or evidence.
  public var subject: FormSubject
  /// The survey object that the standing revision names.
  public var object: String
  /// The township that the standing revision names.
  public var town: String
  /// Who filled the standing revision.
  public var author: String
  /// The standing revision's place in the commit order.
  public var headCursor: Int64
  /// The standing revision's hash.
  public var headHash: ContentHash
  /// The standing revision's number within the entry.
  public var number: Int
  /// Where the entry stands.
  public var standing: EntryStanding
  /// Whether the current inventory asks for this form of this object.
  public var isListed: Bool
  /// When the standing revision came in.
  public var receivedAt: Timestamp

  /// Describes an entry.
  public init(
    id: UniqueID, form: String, subject: FormSubject, object: String, town: String, author: String,
    headCursor: Int64, headHash: ContentHash, number: Int, standing: EntryStanding,
    isListed: Bool, receivedAt: Timestamp
  ) {
    self.id = id
    self.form = form
    self.subject = subject
    self.object = object
    self.town = town
    self.author = author
    self.headCursor = headCursor
    self.headHash = headHash
    self.number = number
    self.standing = standing
    self.isListed = isListed
    self.receivedAt = receivedAt
  }
}

/// The entries; each changes with its standing revision and with reviews.
public protocol EntryRecords {
  /// The entry called `id`.
  func find(_ id: UniqueID) throws -> StoredEntry?
  /// Adds an entry; refuses an identifier that is there.
  func add(_ entry: StoredEntry) throws
  /// Replaces everything of the entry but its form and subject, which never change.
  func update(_ entry: StoredEntry) throws
  /// Changes where the entry stands.
  func set(_ standing: EntryStanding, of id: UniqueID) throws
  /// Notes whether the inventory asks for entries of this form of the object.
  func setListed(_ isListed: Bool, object: String, form: String) throws
  /// Where the object's entries of this form stand, who filled them and whether all attachments of
  /// the standing revision are held, oldest entry first.
  func work(
    on object: String, form: String
  ) throws -> [(standing: EntryStanding, author: String, isComplete: Bool)]
  /// The first `limit` entries that fit, in commit order of their standing revisions.
  func list(_ selection: EntrySelection, limit: Int) throws -> [StoredEntry]
  /// How many entries fit.
  func count(_ selection: EntrySelection) throws -> Int
}
