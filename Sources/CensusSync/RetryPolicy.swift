import CensusDomain

/// How often and how long to wait before a further attempt.
public struct RetryPolicy: Sendable {
  /// Failures in a row after which the sync is given up; an answer begins the count anew.
  public var attempts: Int
  /// Further failures that are borne while each makes the batch smaller.
  public var smaller: Int
  /// The first wait's upper bound, milliseconds.
  public var base: Int64
  /// The upper bound of every wait, milliseconds.
  public var cap: Int64

  /// For a person in the field: four failures, or as many as it takes to get down to one revision.
  public static let field = RetryPolicy(smaller: 13)

  /// Makes a policy.
  public init(attempts: Int = 4, smaller: Int = 0, base: Int64 = 500, cap: Int64 = 30_000) {
    self.attempts = attempts
    self.smaller = smaller
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

  func attempts(after failure: SyncFailure) -> Int {
    (failure.batch?.count ?? 0) > 1 ? attempts + smaller : attempts
  }
}
