import CensusAPI
import CensusDomain

/// An object of the current inventory with how far it has come.
public struct SurveyedObject: Sendable, Hashable {
  /// The object.
  public var object: InventoryObject
  /// How far it has come.
  public var stage: Stage
  /// Who brought it there; empty at ``Stage/none``.
  public var author: String

  /// Describes an object.
  public init(object: InventoryObject, stage: Stage, author: String) {
    self.object = object
    self.stage = stage
    self.author = author
  }
}

/// An entry with the time at which its standing revision was last reviewed.
public struct ReviewedEntry: Sendable, Hashable {
  /// The entry.
  public var entry: StoredEntry
  /// When; nil where nobody has reviewed the standing revision.
  public var reviewedAt: Timestamp?

  /// Describes an entry.
  public init(entry: StoredEntry, reviewedAt: Timestamp?) {
    self.entry = entry
    self.reviewedAt = reviewedAt
  }
}

/// The current inventory's objects beside what is known of them, page by page.
public protocol ExportRecords {
  /// Shows the objects within `region` that come after `place` in order of the bytes of code and hazard.
  ///
  /// Nil stands for all regions, all hazards and the beginning; it goes on as long as `body` gives true.
  func visit(
    after place: ExportPlace?, within region: RegionCode?, hazard: Hazard?,
    _ body: (SurveyedObject) throws -> Bool
  ) throws
  /// How many objects there are within `region`.
  func count(within region: RegionCode?, hazard: Hazard?) throws -> Int
  /// The object's entries of `form` in commit order of their standing revisions.
  func entries(of object: String, form: String) throws -> [ReviewedEntry]
}
