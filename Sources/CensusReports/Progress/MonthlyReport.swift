import CensusDomain

/// A month's work (工作月报): states by hazard, changes of the inventory, checks, publicity, training,
/// spending, and what the next month asks for.
public struct MonthlyReport: Sendable, Hashable {
  /// Objects of a hazard that the next month is to bring to the line.
  public struct Plan: Sendable, Hashable {
    /// The hazard.
    public let hazard: Hazard
    /// Objects to be surveyed.
    public let shouldSurvey: Int
    /// Objects done.
    public let done: Int
    /// Objects that the line expects to be done by the end of the next month.
    public let expected: Int

    /// Objects to be done within the next month; 0 where the hazard is ahead of the line already.
    public var needed: Int { max(0, expected - done) }
  }

  /// Progress at the month's end against the month before.
  public let progress: ProgressSummary
  /// The month's first day.
  public let firstDay: CivilDate
  /// The changes of the inventory within the month, for applicable hazards, by version and hazard.
  public let inventoryChanges: [InventoryChange]
  /// The checks that were closed within the month.
  public let quality: [QualityOutcome]
  /// The year's publicity events and trainings up to the month's end, by day.
  public let activities: [MonthlyActivity]
  /// The year's spending up to the month's end.
  public let cost: CostReport
  /// What was paid within the month.
  public let spent: Fen
  /// What of it was publicity.
  public let publicity: Fen
  /// The last day of the next month.
  public let planDay: CivilDate
  /// The plan for the next month by applicable hazard.
  public let plan: [Plan]

  /// Computes the report.
  public init(_ input: MonthlyInput) {
    let progress = ProgressSummary(input.progress)
    let asOf = input.progress.asOf
    let firstDay = asOf.firstOfMonth
    let month = firstDay...max(firstDay, asOf)
    self.progress = progress
    self.firstDay = firstDay
    let applicable = Hazard.allCases.filter(Set(input.progress.terms.applicable).contains)
    inventoryChanges = input.inventoryChanges
      .filter { month.contains($0.day) && applicable.contains($0.hazard) }
      .sorted {
        ($0.version, applicable.firstIndex(of: $0.hazard) ?? 0, $0.reason)
          < ($1.version, applicable.firstIndex(of: $1.hazard) ?? 0, $1.reason)
      }
    quality = input.quality.filter { month.contains($0.day) }
      .sorted { ($0.day, $0.draw) < ($1.day, $1.draw) }
    activities = input.activities
      .filter { $0.day <= asOf && $0.day.parts.year == asOf.parts.year }
      .sorted { ($0.day, $0.title, $0.place) < ($1.day, $1.title, $1.place) }
    var spending = input.cost
    spending.asOf = asOf
    spending.lines = spending.lines.filter { $0.date.parts.year == asOf.parts.year }
    cost = CostReport(spending)
    var paid = CostTotals()
    for line in spending.lines where month.contains(line.date) { paid.add(line) }
    spent = paid.total
    publicity = paid.publicity
    let planDay = asOf.endOfNextMonth
    self.planDay = planDay
    plan = progress.hazards.compactMap { row in
      row.hazard.map { hazard in
        Plan(
          hazard: hazard, shouldSurvey: row.rate.shouldSurvey, done: row.rate.done,
          expected: input.progress.terms.line.expected(of: row.rate.shouldSurvey, on: planDay))
      }
    }
  }

  /// The month's activities of one kind.
  public func activities(of kind: MonthlyActivity.Kind) -> [MonthlyActivity] {
    activities.filter { $0.kind == kind && $0.day >= firstDay }
  }

  /// What the activities of one kind add to their indicator, in the month and in the year up to its end.
  public func credit(of kind: MonthlyActivity.Kind) -> (month: Int, year: Int) {
    let all = activities.filter { $0.kind == kind }
    return (
      all.filter { $0.day >= firstDay }.reduce(0) { $0 + $1.credit },
      all.reduce(0) { $0 + $1.credit }
    )
  }
}
