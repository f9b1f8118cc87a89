/// What a code means in an edition.
public struct RegionUse: Sendable, Hashable {
  /// The edition.
  public let edition: String
  /// The township that has the code in it.
  public let town: RegionName

  /// Makes a use.
  public init(edition: String, town: RegionName) {
    self.edition = edition
    self.town = town
  }
}
