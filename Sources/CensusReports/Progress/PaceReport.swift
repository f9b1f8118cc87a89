import CensusDomain

/// Expected against done, the pace, and when the target is reached at that pace.
public struct PaceReport: Sendable, Hashable {
  /// What a member of the survey staff got done in the last weeks.
  ///
  /// What share of the work is theirs nobody records, so that there is no expectation and no projection.
  public struct Surveyor: Sendable, Hashable {
    /// The surveyor; empty for records that name none.
    public let surveyor: String
    /// Objects done by now.
    public let done: Int
    /// Objects done a week ago.
    public let doneLastWeek: Int
    /// Objects done at the beginning of the weeks that the pace is taken from.
    public let doneBefore: Int
  }

  /// The day up to which objects count.
  public let asOf: CivilDate
  /// By what progress is measured.
  public let terms: ProgressTerms
  /// How many whole weeks the pace is taken from: four, or as many as have passed since the start; at
  /// least 1.
  public let weeks: Int
  /// All together.
  public let total: PaceRow
  /// The applicable hazards.
  public let hazards: [PaceRow]
  /// The townships by code.
  public let towns: [PaceRow]
  /// The surveyors by name.
  public let surveyors: [Surveyor]
  /// All objects done, day by day.
  let series: DoneSeries

  /// Reckons the paces of a summary's rows from their daily counts.
  public init(_ summary: ProgressSummary, history: DoneHistory) {
    let input = summary.input
    let asOf = input.asOf
    let worked = asOf.dayNumber - input.terms.line.start.dayNumber
    let weeks = min(PaceSample.mostWeeks, max(1, worked / 7))
    let nothing = DoneSeries(first: asOf, done: [])
    func row(_ row: ProgressRow, _ series: DoneSeries?) -> PaceRow {
      PaceRow(row, series: series ?? nothing, weeks: weeks, input)
    }
    self.asOf = asOf
    terms = input.terms
    self.weeks = weeks
    series = history.total
    total = row(summary.total, history.total)
    hazards = summary.hazards.map { one in row(one, one.hazard.flatMap { history.hazards[$0] }) }
    towns = summary.towns.map { one in row(one, one.town.flatMap { history.towns[$0] }) }
    surveyors = history.surveyors.sorted { $0.key < $1.key }.map { surveyor, series in
      Surveyor(
        surveyor: surveyor, done: series.done(on: asOf),
        doneLastWeek: series.done(on: CivilDate(dayNumber: asOf.dayNumber - 7)),
        doneBefore: series.done(on: CivilDate(dayNumber: asOf.dayNumber - 7 * weeks)))
    }
  }

  /// Days from ``asOf`` to the deadline; 0 once it has passed.
  public var daysLeft: Int { max(0, terms.line.deadline.dayNumber - asOf.dayNumber) }
}
