import CensusDomain

/// The week's progress by township and hazard (进度周报), with what explains it and where it leads.
///
/// Its columns are those that the domain notes, section 4, propose after published reports of other cities.
public struct WeeklyReport: Sendable, Hashable {
  /// Progress at the week's end against the week before.
  public let progress: ProgressSummary
  /// Pace and projection.
  public let pace: PaceReport
  /// Devices without a sync for long.
  public let stale: StaleDevices
  private let events: [EntryEvents]
  private let devices: [DeviceSync]

  /// Computes the report.
  public init(_ input: WeeklyInput) {
    let progress = ProgressSummary(input.progress)
    self.progress = progress
    pace = PaceReport(progress, history: input.history)
    stale = StaleDevices(
      input.devices, asOf: input.progress.asOf, threshold: input.silenceThreshold)
    let applicable = Set(input.progress.terms.applicable)
    events = input.events.filter { applicable.contains($0.hazard) }
    devices = input.devices
  }

  /// What the figures of `row` show to be wrong, the gravest first.
  public func problems(of row: ProgressRow) -> [ProgressProblem] {
    var problems: [ProgressProblem] = []
    let input = progress.input
    if row.rate.ratio == nil || input.inventoryVersion == nil { problems.append(.noDenominator) }
    let unexplained = abs(row.unexplainedObjects) + abs(row.unexplainedDone)
    if unexplained > 0 { problems.append(.unexplained(unexplained)) }
    let expected = input.terms.line.expected(of: row.rate.shouldSurvey, on: input.asOf)
    if expected > row.rate.done { problems.append(.behind(expected - row.rate.done)) }
    let change = row.rate.shouldSurvey - row.previousRate.shouldSurvey
    if change != 0 { problems.append(.denominatorChanged(change)) }
    let returned = count(\.returned, in: row)
    if returned > 0 { problems.append(.returned(returned)) }
    let late = count(\.late, in: row)
    if late > 0 { problems.append(.late(late)) }
    if let days = silence(in: row), days >= stale.threshold { problems.append(.silent(days: days)) }
    return problems
  }

  /// How many entries were returned within the week.
  public var returned: Int { count(\.returned, in: progress.total) }

  /// How many entries came late within the week.
  public var late: Int { count(\.late, in: progress.total) }

  private func count(_ what: KeyPath<EntryEvents, Int>, in row: ProgressRow) -> Int {
    events.reduce(0) { sum, event in
      guard event.hazard == row.hazard ?? event.hazard, event.town == row.town ?? event.town else {
        return sum
      }
      return sum + event[keyPath: what]
    }
  }

  /// For how long no device of those who survey in the row's township has synchronised; nil where the row
  /// is of no township, or no device is known.
  private func silence(in row: ProgressRow) -> Int? {
    guard let town = row.town else { return nil }
    let input = progress.input
    let surveyors = Set(
      input.cells.filter { cell in
        cell.town == town && cell.count > 0 && !cell.surveyor.isEmpty
          && cell.hazard == row.hazard ?? cell.hazard
      }.map(\.surveyor))
    return devices.filter { surveyors.contains($0.surveyor) }
      .map { $0.silence(on: input.asOf) }.min()
  }
}
