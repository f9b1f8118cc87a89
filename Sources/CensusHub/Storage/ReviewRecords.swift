import CensusAPI
import CensusDomain

/// The reviews; none is ever changed.
public protocol ReviewRecords {
  /// Adds a review and gives its place in the commit order.
  func add(_ review: ReviewRecord) throws -> Int64
  /// Whether there is a review of this identifier.
  func contains(_ id: UniqueID) throws -> Bool
  /// The entry's reviews in commit order.
  func list(of entry: UniqueID) throws -> [ReviewRecord]
}
