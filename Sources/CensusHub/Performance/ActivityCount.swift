import CensusAPI
import CensusDomain

/// Counts activities as the indicators mean them (domain notes, section 5.5; the rules are proposals).
enum ActivityCount {
  /// Publicity events on distinct days or at distinct places: one that is entered twice is one.
  static func publicityEvents(_ activities: [Activity]) -> Int {
    Set(activities.filter { $0.kind == .publicity }.map { [$0.date.description, $0.place] }).count
  }

  /// Person-times at trainings that the province or the city held; a person at two trainings counts twice.
  static func personTimes(_ activities: [Activity]) -> Int {
    activities.filter { $0.kind == .training && isAbove(county: $0.organiser) }
      .reduce(0) { $0 + $1.count }
  }

  /// Satisfied and valid answers of all surveys.
  static func satisfaction(_ activities: [Activity]) -> (satisfied: Int, valid: Int) {
    activities.filter { $0.kind == .satisfaction }.reduce((0, 0)) {
      ($0.0 + $1.satisfied, $0.1 + $1.valid)
    }
  }

  /// Whether an organiser is the province's or the city's: 唐山市开平区… is neither.
  static func isAbove(county organiser: String) -> Bool {
    (organiser.contains("省") || organiser.contains("市"))
      && !organiser.contains("区") && !organiser.contains("县")
  }
}
