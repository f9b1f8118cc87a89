import CensusDomain

/// How often and how long to wait before a further attempt.
public struct RetryPolicy: Sendable {
  /// Attempts at one step before the sync is given up.
  public var attempts: Int
  /// The first wait's upper bound, milliseconds.
  public var base: Int64
  /// The upper bound of every wait, milliseconds.
  public var cap: Int64

  /// Makes a policy.
  public init(attempts: Int = 4, base: Int64 = 500, cap: Int64 = 30_000) {
    self.attempts = attempts
    self.base = base
    self.cap = cap
  }

  /// The wait before attempt `number` + 1, milliseconds: full jitter, so that devices do not come in step.
  ///
  /// - Parameter fraction: a random number in 0..<1.
  public func wait(afterAttempt number: Int, fraction: Double, retryAfter: Int?) -> Int64 {
    if let retryAfter { return Int64(retryAfter) * 1000 }
    let bound = min(cap, base << Int64(min(number, 20)))
    return Int64(Double(bound) * fraction)
  }
}
