import CensusDomain
import Synchronization

/// A clock that stands still until it is set.
public final class ManualClock: WallClock, Sendable {
  private let moment: Mutex<Int64>

  /// Makes a clock that shows noon of a day in China.
  public init(day: CivilDate) {
    moment = Mutex(Int64(day.dayNumber) * 86_400_000 + 4 * 3_600_000)
  }

  /// The moment that was set.
  public func now() -> Timestamp { Timestamp(milliseconds: moment.withLock { $0 }) }

  /// Moves the clock; backwards too.
  public func advance(milliseconds: Int64) { moment.withLock { $0 += milliseconds } }
}
