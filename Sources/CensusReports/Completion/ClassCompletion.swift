import CensusDomain

/// The funnel of the applicable hazards of one class.
public struct ClassCompletion: Sendable, Hashable {
  /// The class.
  public let hazardClass: HazardClass
  /// Objects by stage.
  public let funnel: Funnel
  /// Objects done against objects that should be surveyed.
  public let rate: CompletionRate
  /// The class's hazards judged together, by the same rule as the district.
  public let verdict: CompletionVerdict

  /// Adds up the hazards of `hazardClass`; nil where none applies.
  init?(_ hazardClass: HazardClass, among all: [HazardCompletion], _ input: CompletionInput) {
    let hazards = all.filter { $0.hazard.hazardClass == hazardClass }
    guard !hazards.isEmpty else { return nil }
    var sum = Funnel()
    for hazard in hazards { sum.add(hazard.funnel) }
    self.hazardClass = hazardClass
    funnel = sum
    rate = CompletionRate(sum, stage: input.requiredStage, target: input.targetRate)
    verdict = CompletionVerdict(
      hazards: hazards.map(\.verdict), pooled: rate, target: input.targetRate)
  }
}

extension ClassCompletion: Encodable {
  enum CodingKeys: String, CodingKey {
    case hazardClass, name, verdict
  }

  /// Writes names, counts and rate as one flat object.
  public func encode(to encoder: any Encoder) throws {
    try funnel.encode(to: encoder)
    try rate.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(hazardClass, forKey: .hazardClass)
    try container.encode(hazardClass.name, forKey: .name)
    try container.encode(verdict, forKey: .verdict)
  }
}
