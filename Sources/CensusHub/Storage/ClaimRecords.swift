import CensusDomain
import CensusForms

/// What entries claim under the rules across records of their forms.
public protocol ClaimRecords {
  /// Puts `claims` in place of what the entry claimed before.
  func set(_ claims: [DistinctClaim], of entry: UniqueID, form: String) throws
  /// The entries of the same form that stand, returned ones left out, and whose claims meet those of
  /// `entry`, with the rule under which they meet; by rule and entry.
  func rivals(of entry: UniqueID) throws -> [RivalClaim]
}

/// Another entry's claim that meets one's own.
public struct RivalClaim: Sendable, Hashable {
  /// The rule under which the two meet.
  public var rule: String
  /// The other entry.
  public var entry: UniqueID
  /// The survey object that the other entry names.
  public var object: String
  /// The township that the other entry names.
  public var town: String
  /// Who filled the other entry.
  public var author: String

  /// Describes a rival.
  public init(rule: String, entry: UniqueID, object: String, town: String, author: String) {
    self.rule = rule
    self.entry = entry
    self.object = object
    self.town = town
    self.author = author
  }
}
