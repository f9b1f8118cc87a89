import CensusDomain

/// Objects of one hazard and township that stand otherwise at a period's end than at the end before.
///
/// The two ends are compared object by object, so that each object is in at most one change; one that was
/// passed and returned within the period is in none. An object whose hazard or township was corrected has
/// left its old place and joined its new one.
public struct ProgressChange: Sendable, Hashable {
  /// What happened to the objects.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// Was not done and is.
    case passed
    /// Was done, and an entry of it stands returned.
    case returned
    /// Was done, and waits again for another reason: an entry was changed or is in conflict.
    case reopened
    /// Joined the inventory's objects to be surveyed, and is not done.
    case listed
    /// Joined the inventory's objects to be surveyed, and is done already.
    case listedDone
    /// Left the inventory's objects to be surveyed, and was not done.
    case delisted
    /// Left the inventory's objects to be surveyed, and was done.
    case delistedDone

    /// What one object adds to the objects that should be surveyed.
    var effectOnObjects: Int {
      switch self {
      case .passed, .returned, .reopened: 0
      case .listed, .listedDone: 1
      case .delisted, .delistedDone: -1
      }
    }

    /// What one object adds to the objects done.
    var effectOnDone: Int {
      switch self {
      case .passed, .listedDone: 1
      case .returned, .reopened, .delistedDone: -1
      case .listed, .delisted: 0
      }
    }
  }

  /// What happened.
  public var kind: Kind
  /// The hazard that the objects are surveyed for.
  public var hazard: Hazard
  /// The township's code; empty where the inventory names none.
  public var town: String
  /// The number of objects, never negative.
  public var count: Int

  /// Makes a change.
  public init(kind: Kind, hazard: Hazard, town: String, count: Int) {
    self.kind = kind
    self.hazard = hazard
    self.town = town
    self.count = count
  }
}
