import CensusDomain

/// What one member of the survey staff has contributed, over all applicable hazards.
public struct SurveyorCompletion: Sendable, Hashable, Encodable {
  /// The surveyor; empty for records that name none.
  public let surveyor: String
  /// Objects with a record of theirs.
  public let recorded: Int
  /// Objects with a valid entry of theirs at the central.
  public let received: Int
  /// Objects of theirs that the county has passed.
  public let countyPassed: Int
  /// Objects of theirs that the city has passed.
  public let cityPassed: Int

  /// Takes the surveyor's counts; nil where nobody is named and nothing is recorded.
  init?(_ surveyor: String, funnel: Funnel) {
    guard !surveyor.isEmpty || funnel.recorded > 0 else { return nil }
    self.surveyor = surveyor
    recorded = funnel.recorded
    received = funnel.received
    countyPassed = funnel.countyPassed
    cityPassed = funnel.cityPassed
  }
}
