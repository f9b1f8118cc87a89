import CensusDomain

/// How many objects should be surveyed and how many of them have reached each stage.
///
/// Counts are cumulative: whatever the city has passed, the county has passed, and so on upwards.
public struct Funnel: Sendable, Hashable, Encodable {
  /// Objects of the inventory that should be surveyed (应查).
  public private(set) var shouldSurvey = 0
  /// Objects with a record at the central, in whatever state (已录入).
  public private(set) var recorded = 0
  /// Objects with a valid entry at the central (已接收).
  public private(set) var received = 0
  /// Objects that the county has passed (县级通过).
  public private(set) var countyPassed = 0
  /// Objects that the city has passed (市级通过).
  public private(set) var cityPassed = 0

  /// Makes an empty funnel.
  public init() {}

  /// Adds `count` objects whose stage is exactly `stage`.
  mutating func add(_ count: Int, at stage: Stage) {
    shouldSurvey += count
    if stage >= .recorded { recorded += count }
    if stage >= .received { received += count }
    if stage >= .countyPassed { countyPassed += count }
    if stage >= .cityPassed { cityPassed += count }
  }

  /// Adds all counts of `other`.
  mutating func add(_ other: Funnel) {
    shouldSurvey += other.shouldSurvey
    recorded += other.recorded
    received += other.received
    countyPassed += other.countyPassed
    cityPassed += other.cityPassed
  }

  /// How many objects have reached `stage`.
  public func reached(_ stage: Stage) -> Int {
    switch stage {
    case .none: shouldSurvey
    case .recorded: recorded
    case .received: received
    case .countyPassed: countyPassed
    case .cityPassed: cityPassed
    }
  }
}
