import CensusDomain

/// A publicity event or a training, as far as a month's report tells of it.
public struct MonthlyActivity: Sendable, Hashable {
  /// Which of the two it is; the names are those of the ledger.
  public enum Kind: String, Sendable {
    case publicity, training
  }

  /// Which of the two it is.
  public var kind: Kind
  /// The day.
  public var day: CivilDate
  /// What it was, as typed.
  public var title: String
  /// Who held it, as typed.
  public var organiser: String
  /// Where, as typed.
  public var place: String
  /// People reached, or person-times trained.
  public var people: Int
  /// Whether it counts towards the indicator: trainings only where the province or the city held them
  /// (performance targets 2021, section 5).
  public var counts: Bool

  /// Makes an activity.
  public init(
    kind: Kind, day: CivilDate, title: String, organiser: String, place: String, people: Int,
    counts: Bool
  ) {
    self.kind = kind
    self.day = day
    self.title = title
    self.organiser = organiser
    self.place = place
    self.people = people
    self.counts = counts
  }

  /// What it adds to its indicator: an event for publicity, person-times for a training, nothing where it
  /// does not count.
  var credit: Int {
    guard counts else { return 0 }
    return kind == .publicity ? 1 : people
  }
}
