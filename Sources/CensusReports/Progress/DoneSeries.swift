import CensusDomain

/// How many objects were done at the end of each of some days in a row.
///
/// Each day counts against the inventory of that day, so that an object that is done and leaves the
/// inventory takes one away.
public struct DoneSeries: Sendable, Hashable {
  /// The first day.
  public var first: CivilDate
  /// Objects done at the end of the first day and of each day after it.
  public var done: [Int]

  /// Makes a series.
  public init(first: CivilDate, done: [Int]) {
    self.first = first
    self.done = done
  }

  /// Objects done at the end of `day`: none before the first day, and after the last as on it.
  public func done(on day: CivilDate) -> Int {
    let index = day.dayNumber - first.dayNumber
    guard index >= 0 else { return 0 }
    return index < done.count ? done[index] : done.last ?? 0
  }
}
