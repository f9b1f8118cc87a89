import CensusDomain

/// The straight line from nothing on the day surveying began to the target on the deadline.
///
/// That progress be even is our proposal; no stored source asks for it.
public struct ExpectedLine: Sendable, Hashable {
  /// The day on which surveying began.
  public var start: CivilDate
  /// The day by which the target is to be reached.
  public var deadline: CivilDate
  /// The rate to be reached.
  public var target: Ratio

  /// Makes a line.
  public init(start: CivilDate, deadline: CivilDate, target: Ratio) {
    self.start = start
    self.deadline = deadline
    self.target = target
  }

  /// The line's rate at the end of `day`; nil where it cannot be written in 64 bits.
  public func rate(on day: CivilDate) -> Ratio? {
    let span = deadline.dayNumber - start.dayNumber
    let worked = day.dayNumber - start.dayNumber
    if worked <= 0 { return Ratio(0, over: 1) }
    if worked >= span { return target }
    return target.times(Int64(worked), over: Int64(span))
  }

  /// How many of `objects` the line asks for by the end of `day`, rounded up.
  public func expected(of objects: Int, on day: CivilDate) -> Int {
    (rate(on: day) ?? target).ceiling(of: objects)
  }

  /// How many of `objects` the target asks for, rounded up.
  public func goal(of objects: Int) -> Int { target.ceiling(of: objects) }
}
