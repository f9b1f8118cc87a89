import CensusSync
import Synchronization

/// The process of a simulated device ended.
struct SimulatedCrash: Error {}

/// Ends a device's sync when it comes to a step for the n-th time.
final class CrashPlan: Sendable {
  private let step: SyncStep
  private let remaining: Mutex<Int>

  init(at step: SyncStep, time: Int) {
    self.step = step
    remaining = Mutex(time)
  }

  /// Called at each step.
  func pass(_ step: SyncStep) throws {
    guard step == self.step else { return }
    let isDue = remaining.withLock { remaining in
      remaining -= 1
      return remaining == 0
    }
    if isDue { throw SimulatedCrash() }
  }
}
