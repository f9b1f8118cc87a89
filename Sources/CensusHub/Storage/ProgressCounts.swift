import CensusDomain

/// How many objects that should be surveyed stand at one stage.
public struct ProgressCount: Sendable, Hashable {
  /// The hazard.
  public var hazard: Hazard
  /// The township's code by the inventory.
  public var town: String
  /// Who brought the objects there; empty at ``Stage/none``.
  public var author: String
  /// The stage.
  public var stage: Stage
  /// The number of objects.
  public var count: Int

  /// Describes a count.
  public init(hazard: Hazard, town: String, author: String, stage: Stage, count: Int) {
    self.hazard = hazard
    self.town = town
    self.author = author
    self.stage = stage
    self.count = count
  }
}

/// Sums over the current inventory and the entries.
///
/// How a storage keeps them is its own affair. They must hold at every commit, and reading them
/// must not cost more with more entries, because every look at a report reads them.
public protocol ProgressCounts {
  /// The counts above zero within `region`, nil for all, by hazard, township, author and stage.
  func list(within region: RegionCode?) throws -> [ProgressCount]
  /// The counts of objects at stage ``Stage/recorded`` for each of whose forms there is an entry.
  ///
  /// That is, nothing of theirs is known only from work that was refused.
  func recordedWithEntries(within region: RegionCode?) throws -> [ProgressCount]
  /// How many entries within `region` the inventory does not ask for.
  func unlisted(within region: RegionCode?) throws -> Int
  /// How many entries within `region` wait for a decision between revisions.
  func openConflicts(within region: RegionCode?) throws -> Int
}
