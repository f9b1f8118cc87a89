import CensusDomain

/// The funnel of one township over all applicable hazards; townships are not judged.
public struct TownshipCompletion: Sendable, Hashable {
  /// The township's code; empty for objects whose township the inventory does not name.
  public let town: String
  /// The township's name; the code where no name is known.
  public let name: String
  /// Objects by stage.
  public let funnel: Funnel
  /// Objects done against objects that should be surveyed.
  public let rate: CompletionRate
}

extension TownshipCompletion: Encodable {
  enum CodingKeys: String, CodingKey {
    case town, name
  }

  /// Writes names, counts and rate as one flat object.
  public func encode(to encoder: any Encoder) throws {
    try funnel.encode(to: encoder)
    try rate.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(town, forKey: .town)
    try container.encode(name, forKey: .name)
  }
}
