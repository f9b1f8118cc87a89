import CensusAPI
import CensusDomain

/// A frozen inventory version without its objects.
public struct InventoryVersion: Sendable {
  /// The version's number, counted from 1.
  public var number: Int
  /// When it was frozen.
  public var frozenAt: Timestamp
  /// Why it was made.
  public var reason: String
  /// Objects new against the version before.
  public var added: Int
  /// Objects gone against the version before.
  public var removed: Int
  /// Objects with other particulars than before.
  public var changed: Int
  /// SHA-256 over all objects.
  public var hash: ContentHash
  /// Counts by hazard.
  public var hazards: [InventorySummary.HazardCount]

  /// Describes a version.
  public init(
    number: Int, frozenAt: Timestamp, reason: String, added: Int, removed: Int, changed: Int,
    hash: ContentHash, hazards: [InventorySummary.HazardCount]
  ) {
    self.number = number
    self.frozenAt = frozenAt
    self.reason = reason
    self.added = added
    self.removed = removed
    self.changed = changed
    self.hash = hash
    self.hazards = hazards
  }
}

/// The inventory's versions; none is ever changed.
public protocol InventoryRecords {
  /// The newest version's number; 0 before the first.
  func newest() throws -> Int
  /// The number of the newest version that was frozen up to `moment`; 0 before the first.
  func newest(upTo moment: Timestamp) throws -> Int
  /// The version of this number.
  func find(_ number: Int) throws -> InventoryVersion?
  /// Adds a version and gives its place in the commit order; its objects follow.
  func add(_ version: InventoryVersion) throws -> Int64
  /// Takes the object out of the inventory, from the version `number` on.
  func retire(_ object: InventoryObject, from number: Int) throws
  /// Puts the object into the inventory, from the version `number` on; at stage ``Stage/none``.
  func enter(_ object: InventoryObject, from number: Int) throws
  /// Shows the version's objects within `region`, nil for all, whose code comes after `code`.
  ///
  /// They come in order of the bytes of code and hazard, as long as `body` gives true.
  func visit(
    _ number: Int, after code: String, within region: RegionCode?,
    _ body: (InventoryObject) throws -> Bool
  ) throws
}

extension InventoryRecords {
  /// The objects of the version `number` within `region` in order of code and hazard.
  func objects(_ number: Int, within region: RegionCode? = nil) throws -> [InventoryObject] {
    var objects: [InventoryObject] = []
    try visit(number, after: "", within: region) { object in
      objects.append(object)
      return true
    }
    return objects
  }
}
