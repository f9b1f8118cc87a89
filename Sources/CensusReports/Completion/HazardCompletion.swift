import CensusDomain

/// The funnel of one applicable hazard.
public struct HazardCompletion: Sendable, Hashable {
  /// The hazard.
  public let hazard: Hazard
  /// Objects by stage.
  public let funnel: Funnel
  /// Objects done against objects that should be surveyed.
  public let rate: CompletionRate
  /// Whether the hazard reaches the target; never `metOverallNotEachHazard`.
  public let verdict: CompletionVerdict
}

extension HazardCompletion: Encodable {
  enum CodingKeys: String, CodingKey {
    case hazard, hazardClass, name, verdict
  }

  /// Writes names, counts and rate as one flat object.
  public func encode(to encoder: any Encoder) throws {
    try funnel.encode(to: encoder)
    try rate.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(hazard, forKey: .hazard)
    try container.encode(hazard.hazardClass, forKey: .hazardClass)
    try container.encode(hazard.name, forKey: .name)
    try container.encode(verdict, forKey: .verdict)
  }
}
