import CensusDomain
import Synchronization

/// A clock that stands still until it is moved.
final class TestClock: WallClock {
  private let moment: Mutex<Int64>

  init(day: CivilDate) {
    moment = Mutex(Int64(day.dayNumber) * 86_400_000 + 4 * 3_600_000)
  }

  func now() -> Timestamp { Timestamp(milliseconds: moment.withLock { $0 }) }

  func advance(days: Int64) { moment.withLock { $0 += days * 86_400_000 } }
}
