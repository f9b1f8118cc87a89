import CensusDomain

/// Where the current inventory asks for a form of an object, and how far that form has come.
public struct InventoryPlace: Sendable, Hashable {
  /// The object, by the storage's own number.
  public var item: Int64
  /// The object's township by the inventory.
  public var town: String
  /// How many forms the object requires.
  public var formCount: Int
  /// How far the form has come.
  public var stage: Stage
  /// Who brought it there; empty at ``Stage/none``.
  public var author: String

  /// Describes a place.
  public init(item: Int64, town: String, formCount: Int, stage: Stage, author: String) {
    self.item = item
    self.town = town
    self.formCount = formCount
    self.stage = stage
    self.author = author
  }
}

/// How far each object of the current inventory and each of its forms has come.
public protocol StageRecords {
  /// Where the inventory asks for `form` of `object`; nil where it does not.
  func place(_ object: String, form: String) throws -> InventoryPlace?
  /// Notes how far the form has come.
  func set(_ stage: Stage, by author: String, object: String, form: String) throws
  /// Of the forms that the object requires the one that has come least far, the first by code.
  func lowest(of item: Int64) throws -> (stage: Stage, author: String)?
  /// Notes how far the object has come; ``ProgressCounts`` follow in the same transaction.
  func set(_ stage: Stage, by author: String, item: Int64) throws
}
