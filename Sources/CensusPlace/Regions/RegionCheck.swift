/// What a table of editions says of a code, and of a name written beside it.
public struct RegionCheck: Sendable, Hashable {
  /// The verdict.
  public enum Outcome: Sendable, Hashable {
    /// The code is in the edition and the name, if there is one, is its name.
    case known
    /// The edition has no such code; others have it.
    case inOtherEditions
    /// The code is in the edition and is another town's than the one named.
    case otherName
    /// No edition has such a code.
    case unknown
    /// There is no such edition.
    case unknownEdition
  }

  /// The code that was judged.
  public let code: String
  /// The name that stood beside it.
  public let name: String?
  /// The edition that it was judged by.
  public let edition: String
  /// The verdict.
  public let outcome: Outcome
  /// What the code means in the edition.
  public let town: RegionName?
  /// The towns of the edition that have the name under other codes.
  public let sameName: [RegionName]
  /// What the code means in editions that give it another name, the oldest first.
  public let otherMeanings: [RegionUse]
}
