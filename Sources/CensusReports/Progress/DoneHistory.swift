import CensusDomain

/// Objects done day by day: of all, and of each part that a pace is reckoned for.
public struct DoneHistory: Sendable, Hashable {
  /// All applicable hazards together.
  public var total: DoneSeries
  /// Each hazard.
  public var hazards: [Hazard: DoneSeries]
  /// Each township by code, over the applicable hazards.
  public var towns: [String: DoneSeries]
  /// Each surveyor by name, over the applicable hazards: the done objects that are theirs.
  public var surveyors: [String: DoneSeries]

  /// Makes a history.
  public init(
    total: DoneSeries, hazards: [Hazard: DoneSeries] = [:], towns: [String: DoneSeries] = [:],
    surveyors: [String: DoneSeries] = [:]
  ) {
    self.total = total
    self.hazards = hazards
    self.towns = towns
    self.surveyors = surveyors
  }
}
