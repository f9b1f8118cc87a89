import CensusAPI
import CensusDomain

/// Something that happened to an entry within a period.
public struct PeriodEvent: Sendable, Hashable {
  /// The entry.
  public var entry: UniqueID
  /// Its form's code.
  public var form: String
  /// What its form records; nil where the entry does not stand.
  public var subject: FormSubject?
  /// The survey object that the revision names.
  public var object: String
  /// The township that the revision names.
  public var town: String
  /// Who filled the revision, or who reviewed it.
  public var author: String
  /// What a review said of the whole entry; empty for a revision.
  public var comment: String
  /// What a review said of fields.
  public var fields: [FieldComment]
  /// When it happened.
  public var at: Timestamp
  /// When the entry's next revision came in after a review; nil where none did up to the period's end.
  public var followedAt: Timestamp?

  /// Describes an event.
  public init(
    entry: UniqueID, form: String, subject: FormSubject?, object: String, town: String,
    author: String, comment: String = "", fields: [FieldComment] = [], at: Timestamp,
    followedAt: Timestamp? = nil
  ) {
    self.entry = entry
    self.form = form
    self.subject = subject
    self.object = object
    self.town = town
    self.author = author
    self.comment = comment
    self.fields = fields
    self.at = at
    self.followedAt = followedAt
  }
}

/// What happened within a period; a report of a week must not cost as much as one of the whole survey.
public protocol PeriodRecords {
  /// The entries of which a revision or a review is later than `start`.
  func touched(after start: Timestamp) throws -> [UniqueID]
  /// The entries that stand for this form of this object now.
  func entries(on object: String, form: String) throws -> [UniqueID]
  /// The codes of the objects in which two versions of the inventory differ.
  func codesChanged(from old: Int, to new: Int) throws -> [String]
  /// What a version of the inventory has under this code, for each of its hazards.
  func objects(_ code: String, in version: Int) throws -> [InventoryObject]
  /// The reviews later than `start` and up to `end` that returned an entry, in commit order.
  func returns(after start: Timestamp, upTo end: Timestamp) throws -> [PeriodEvent]
  /// The entries whose first revision came in later than `start` and up to `end`, though it was made final on its
  /// device up to `start`, in commit order.
  func lateArrivals(after start: Timestamp, upTo end: Timestamp) throws -> [PeriodEvent]
}
