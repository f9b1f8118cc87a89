import CensusAPI
import CensusDomain

/// Finds the counts at the end of days, and keeps them so that no day is played back twice.
struct DayKeeper {
  private let records: any CentralTransaction
  private let today: CivilDate
  private let mayKeep: Bool

  /// Looks from `today`; keeps nothing where the transaction only reads.
  init(_ records: any CentralTransaction, today: CivilDate, mayKeep: Bool) {
    self.records = records
    self.today = today
    self.mayKeep = mayKeep
  }

  /// The counts at the end of `day`; of today, as they are.
  ///
  /// - Throws: what the store said.
  func state(_ day: CivilDate) throws -> DayState {
    guard day < today else { return try DayState.present(records) }
    if let stored = try records.papers.day(day), let state = DayState(stored) { return state }
    let end = Timestamp.end(of: day)
    // Where nothing has happened since, the present is that day's end, and costs nothing to count.
    let isStill = try records.audit.head(at: end) == records.audit.head()
    let state =
      isStill ? try DayState.present(records) : try DayState.past(records, at: end)
    if mayKeep { try records.papers.keep(try state.stored(day)) }
    return state
  }

  /// The sums by hazard at the end of those days within bounds of which counts are kept, in order.
  ///
  /// - Throws: what the store said.
  func sums(from first: CivilDate, to last: CivilDate) throws -> [(CivilDate, [Hazard: [Int]])] {
    try records.papers.days(from: first, to: last).compactMap { stored in
      guard stored.isIntact else { return nil }
      return (
        stored.day, try OperationCoding.decode([Hazard: [Int]].self, from: stored.sums)
      )
    }
  }
}
