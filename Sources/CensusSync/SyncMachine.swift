import CensusAPI
import CensusDomain
import CensusStore

/// The order of a sync as a pure state machine: events in, the next action out.
///
/// Begin by asking what the central holds, take the receipts that were missed, send batch after batch,
/// then read the changes. After any failure it begins again from what the central holds.
struct SyncMachine: Sendable {
  enum Action: Equatable, Sendable {
    case askState
    case fetchReceipts(after: Int64)
    case push(BatchBounds)
    case pull(after: Int64)
    case wait(milliseconds: Int64)
    case finish
    case fail(CensusError)
  }

  enum Event: Sendable {
    /// The central's state came; `unanswered` is the first own sequence without an answer, if any.
    case state(DeviceState, unanswered: Int64?, cursor: Int64)
    /// Receipts were taken in; `unanswered` as above.
    case receipts(last: Int64?, unanswered: Int64?)
    /// A batch was answered for.
    case pushed
    /// Nothing waits to be sent.
    case nothingToPush
    /// A page was taken in.
    case pulled(next: Int64, hasMore: Bool)
    /// The wait is over.
    case waited
    case failed(SyncFailure)
  }

  /// A failure, with what decides about a repeat.
  struct SyncFailure: Error, Sendable {
    let error: CensusError
    let mayRepeat: Bool
    let shouldHalve: Bool
    let retryAfter: Int?
  }

  private enum Phase { case asking, receiving, pushing, pulling, waiting, ended }

  private let policy: RetryPolicy
  private let randomFraction: @Sendable () -> Double
  private var phase = Phase.asking
  private var failures = 0
  private var bounds: BatchBounds
  private let largest: BatchBounds
  private var held: Int64 = 0
  private var cursor: Int64 = 0

  init(
    policy: RetryPolicy, bounds: BatchBounds, randomFraction: @escaping @Sendable () -> Double
  ) {
    self.policy = policy
    self.bounds = bounds
    largest = bounds
    self.randomFraction = randomFraction
  }

  /// The first action.
  func start() -> Action { .askState }

  /// The action that follows `event`.
  mutating func next(_ event: Event) -> Action {
    switch event {
    case .failed(let failure): return afterFailure(failure)
    case .waited:
      phase = .asking
      return .askState
    case .state(let state, let unanswered, let cursor):
      held = state.lastSequence
      self.cursor = cursor
      bounds.count = min(bounds.count, max(1, state.maximumBatchCount))
      return afterAnswers(unanswered)
    case .receipts(let last, let unanswered):
      // A page without receipts would be asked for again without end.
      guard last != nil else {
        held = 0
        return push()
      }
      return afterAnswers(unanswered)
    case .pushed:
      failures = 0
      bounds.count = min(largest.count, bounds.count * 2)
      bounds.bytes = min(largest.bytes, bounds.bytes * 2)
      return push()
    case .nothingToPush:
      phase = .pulling
      return .pull(after: cursor)
    case .pulled(let next, let hasMore):
      failures = 0
      cursor = next
      phase = hasMore ? .pulling : .ended
      return hasMore ? .pull(after: next) : .finish
    }
  }

  private mutating func afterAnswers(_ unanswered: Int64?) -> Action {
    guard let unanswered, unanswered <= held else { return push() }
    phase = .receiving
    return .fetchReceipts(after: unanswered - 1)
  }

  private mutating func push() -> Action {
    phase = .pushing
    return .push(bounds)
  }

  private mutating func afterFailure(_ failure: SyncFailure) -> Action {
    failures += 1
    guard failure.mayRepeat, failures < policy.attempts else {
      phase = .ended
      return .fail(failure.error)
    }
    if failure.shouldHalve, phase == .pushing {
      bounds.count = max(1, bounds.count / 2)
      bounds.bytes = max(1, bounds.bytes / 2)
    }
    phase = .waiting
    return .wait(
      milliseconds: policy.wait(
        afterAttempt: failures, fraction: randomFraction(), retryAfter: failure.retryAfter))
  }
}
