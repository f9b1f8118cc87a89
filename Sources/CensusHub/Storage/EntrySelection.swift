import CensusAPI
import CensusDomain

/// Which entries are meant; nil means any.
public struct EntrySelection: Sendable, Hashable {
  /// Within which region.
  public var region: RegionCode?
  /// Where they stand.
  public var standing: EntryStanding?
  /// Their hazard.
  public var hazard: Hazard?
  /// Who filled them.
  public var author: String?
  /// How the code of their township begins.
  public var townPrefix: String?

  /// Selects entries.
  public init(
    region: RegionCode? = nil, standing: EntryStanding? = nil, hazard: Hazard? = nil,
    author: String? = nil, townPrefix: String? = nil
  ) {
    self.region = region
    self.standing = standing
    self.hazard = hazard
    self.author = author
    self.townPrefix = townPrefix
  }

  /// What `query` asks for within what `caller` may see.
  init(_ query: EntryQuery, for caller: Caller) {
    self.init(
      region: caller.region, standing: query.standing, hazard: query.hazard,
      author: query.author, townPrefix: query.townCode)
  }
}
