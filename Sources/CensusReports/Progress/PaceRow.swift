import CensusDomain

/// How fast a hazard, a township or all together moves towards the target.
public struct PaceRow: Sendable, Hashable {
  /// The hazard; nil where the row covers all.
  public let hazard: Hazard?
  /// The township's code; nil where the row covers all.
  public let town: String?
  /// Objects done against objects to be surveyed.
  public let rate: CompletionRate
  /// Objects that the line expects to be done by now.
  public let expected: Int
  /// Objects that the target asks for.
  public let goal: Int
  /// Objects done at the beginning of the weeks that the pace is taken from.
  public let doneBefore: Int
  /// When the target is reached at this pace.
  public let outlook: PaceOutlook

  init(
    _ row: ProgressRow, series: DoneSeries, weeks: Int, _ input: ProgressInput
  ) {
    let line = input.terms.line
    hazard = row.hazard
    town = row.town
    rate = row.rate
    expected = line.expected(of: row.rate.shouldSurvey, on: input.asOf)
    goal = line.goal(of: row.rate.shouldSurvey)
    doneBefore = series.done(on: CivilDate(dayNumber: input.asOf.dayNumber - 7 * weeks))
    if row.rate.shouldSurvey == 0 {
      outlook = .noDenominator
    } else if row.rate.done >= goal {
      outlook = .reached
    } else if let sample = PaceSample(series, upTo: input.asOf, since: line.start) {
      let days = sample.days(until: goal - row.rate.done, from: input.asOf)
      outlook = .days(earliest: days.earliest, likely: days.likely, latest: days.latest)
    } else {
      outlook = .tooEarly
    }
  }

  /// Objects still to be done until the target is reached.
  public var needed: Int { max(0, goal - rate.done) }
}
