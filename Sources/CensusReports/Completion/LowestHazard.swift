import CensusDomain

/// The applicable hazard with the lowest rate, which decides whether each hazard is met.
public struct LowestHazard: Sendable, Hashable {
  /// The hazard; of several equal ones the first in the census's order.
  public let hazard: Hazard
  /// Its rate.
  public let ratio: Ratio
  /// Its rate as a percentage.
  public let percent: String

  /// Finds the lowest of the hazards that have a rate; nil where none has.
  init?(_ hazards: [HazardCompletion], target: Ratio) {
    var lowest: (hazard: Hazard, ratio: Ratio)?
    for candidate in hazards {
      guard let ratio = candidate.rate.ratio else { continue }
      if let lowest, ratio.isAtLeast(lowest.ratio) { continue }
      lowest = (candidate.hazard, ratio)
    }
    guard let lowest else { return nil }
    hazard = lowest.hazard
    ratio = lowest.ratio
    percent = lowest.ratio.percent(distinctFrom: target)
  }
}

extension LowestHazard: Encodable {
  enum CodingKeys: String, CodingKey {
    case hazard, name, rate, percent
  }

  /// Writes the hazard, its name and its rate.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(hazard, forKey: .hazard)
    try container.encode(hazard.name, forKey: .name)
    try container.encode(ratio.value, forKey: .rate)
    try container.encode(percent, forKey: .percent)
  }
}
