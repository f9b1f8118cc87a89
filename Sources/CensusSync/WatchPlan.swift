import CensusDomain

/// Decides how long a watching sync rests, which decides how much power it takes.
///
/// After success the radio is left alone until there is something to send or ``every`` is over. After a
/// failure the waits double with full jitter, since a network that is away mostly stays away.
public struct WatchPlan: Sendable {
  /// How a round ended.
  public enum Outcome: Sendable {
    /// Synced to the end.
    case done
    /// Another process has the store.
    case busy
    /// Failed for now; seconds that the central wants to be left alone.
    case failed(retryAfter: Int?)
  }

  /// What to do until the next round.
  public struct Rest: Sendable, Equatable {
    /// Milliseconds at most.
    public var milliseconds: Int64
    /// Whether new work in the store ends it earlier.
    public var endsWithNewWork: Bool

    /// Makes a rest.
    public init(milliseconds: Int64, endsWithNewWork: Bool) {
      self.milliseconds = milliseconds
      self.endsWithNewWork = endsWithNewWork
    }
  }

  /// How often the store's files are looked at, milliseconds: a `stat`, which wakes no radio or disk.
  public static let look: Int64 = 5_000
  /// The first upper bound of a wait after a failure, milliseconds.
  public static let base: Int64 = 30_000
  /// The upper bound of every wait after a failure, milliseconds.
  public static let cap: Int64 = 15 * 60_000

  /// Milliseconds between two looks for news of the central.
  public let every: Int64
  private var failures: Int64 = 0

  /// Makes a plan.
  public init(every: Int64) { self.every = every }

  /// The rest after a round.
  ///
  /// - Parameter fraction: a random number in 0..<1.
  public mutating func rest(after outcome: Outcome, fraction: Double) -> Rest {
    switch outcome {
    case .done:
      failures = 0
      return Rest(milliseconds: every, endsWithNewWork: true)
    case .busy: return Rest(milliseconds: WatchPlan.look, endsWithNewWork: false)
    case .failed(let retryAfter):
      let bound = min(WatchPlan.cap, WatchPlan.base << min(failures, 10))
      failures += 1
      if let retryAfter {
        return Rest(milliseconds: Int64(retryAfter) * 1000, endsWithNewWork: false)
      }
      // Never at once: without a network a failure takes no time.
      return Rest(
        milliseconds: WatchPlan.look + Int64(Double(bound) * fraction), endsWithNewWork: false)
    }
  }

  /// Whether a further round may succeed where this error ended one.
  public static func mayPass(_ error: CensusError) -> Bool {
    switch error.code {
    case .usage, .permission, .configuration, .notFound, .conflict, .invalidData, .restored: false
    default: true
    }
  }
}
