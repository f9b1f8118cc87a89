import CensusDomain

/// A hazard that the district declares as not occurring there, with its reason.
public struct NotApplicableHazard: Sendable, Hashable {
  /// The hazard that is left out of every figure.
  public var hazard: Hazard
  /// Why it is left out.
  public var reason: LocalizedText

  /// Makes a declaration.
  public init(hazard: Hazard, reason: LocalizedText) {
    self.hazard = hazard
    self.reason = reason
  }
}
