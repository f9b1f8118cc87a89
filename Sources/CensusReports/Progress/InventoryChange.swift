import CensusDomain

/// What one version of the inventory changed for one hazard, and why.
public struct InventoryChange: Sendable, Hashable {
  /// The day on which the version was frozen.
  public var day: CivilDate
  /// The version.
  public var version: Int
  /// The hazard.
  public var hazard: Hazard
  /// Objects to be surveyed that it added.
  public var added: Int
  /// Objects to be surveyed that it took away.
  public var removed: Int
  /// The reason as somebody typed it; empty where none is on record.
  public var reason: String

  /// Makes a change.
  public init(
    day: CivilDate, version: Int, hazard: Hazard, added: Int, removed: Int, reason: String
  ) {
    self.day = day
    self.version = version
    self.hazard = hazard
    self.added = added
    self.removed = removed
    self.reason = reason
  }
}
