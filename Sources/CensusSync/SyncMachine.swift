import CensusAPI
import CensusDomain
import CensusStore

/// The order of a sync as a pure state machine: events in, the next action out.
///
/// Begin by asking what the central holds, take the receipts that were missed, send batch after batch,
/// then read the changes. After any failure it begins again from what the central holds.
package struct SyncMachine: Sendable {
  package enum Action: Equatable, Sendable {
    case askState
    case fetchReceipts(after: Int64)
    case push(BatchBounds, setAside: Isolation.Culprit?)
    case pull(after: Int64)
    case wait(milliseconds: Int64)
    case finish
    case fail(CensusError)
  }

  package enum Event: Sendable {
    /// The central's state came; `unanswered` is the first own sequence without an answer, if any.
    case state(DeviceState, unanswered: Int64?, cursor: Int64)
    /// Receipts were taken in; `unanswered` as above.
    case receipts(last: Int64?, unanswered: Int64?)
    /// A batch was answered for.
    case pushed(Delivery)
    /// Nothing waits to be sent.
    case nothingToPush
    /// A page was taken in.
    case pulled(next: Int64, hasMore: Bool)
    /// The wait is over.
    case waited
    case failed(SyncFailure)
  }

  private enum Phase { case asking, receiving, pushing, pulling, waiting, ended }

  private let policy: RetryPolicy
  private let randomFraction: @Sendable () -> Double
  private var phase = Phase.asking
  private var failures = 0
  package private(set) var pace: LinkPace
  private var isolation: Isolation
  private var held: Int64 = 0
  private var cursor: Int64 = 0
  /// The first sequence of the next batch.
  private var upcoming: Int64 = 1

  package init(
    policy: RetryPolicy, pace: LinkPace, suspects: Suspects? = nil,
    randomFraction: @escaping @Sendable () -> Double
  ) {
    self.policy = policy
    self.pace = pace
    isolation = Isolation(suspects)
    self.randomFraction = randomFraction
  }

  /// What to keep for the next sync.
  var link: LinkState {
    var state = pace.state
    state.suspects = isolation.suspects
    return state
  }

  /// The first action.
  package func start() -> Action { .askState }

  /// The action that follows `event`.
  package mutating func next(_ event: Event) -> Action {
    switch event {
    case .failed(let failure): return afterFailure(failure)
    case .waited:
      phase = .asking
      return .askState
    case .state(let state, let unanswered, let cursor):
      held = state.lastSequence
      self.cursor = cursor
      pace.limit(count: state.maximumBatchCount)
      return afterAnswers(unanswered)
    case .receipts(let last, let unanswered):
      // A page without receipts would be asked for again without end.
      guard last != nil else {
        held = 0
        return push()
      }
      return afterAnswers(unanswered)
    case .pushed(let delivery):
      failures = 0
      pace.passed(delivery)
      isolation.passed(delivery)
      upcoming = delivery.last + 1
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
    upcoming = unanswered ?? Int64.max
    guard let unanswered, unanswered <= held else { return push() }
    phase = .receiving
    return .fetchReceipts(after: unanswered - 1)
  }

  private mutating func push() -> Action {
    phase = .pushing
    var bounds = pace.bounds
    if let limit = isolation.limit(at: upcoming) { bounds.count = min(bounds.count, limit) }
    return .push(bounds, setAside: isolation.culprit)
  }

  private mutating func afterFailure(_ failure: SyncFailure) -> Action {
    if let batch = failure.batch {
      switch failure.kind {
      case .refused: return afterRefusal(failure, of: batch)
      case .tooLarge where batch.count == 1: return afterRefusal(failure, of: batch)
      case .cut, .tooLarge: pace.failed(count: batch.count, plain: batch.plain)
      case .passing, .final: break
      }
    }
    failures += 1
    guard failure.kind.mayRepeat, failures < policy.attempts(after: failure) else {
      return fail(failure)
    }
    return wait(failure, attempt: failures)
  }

  private mutating func afterRefusal(_ failure: SyncFailure, of batch: Delivery) -> Action {
    guard isolation.refused(batch, failure.error) else { return fail(failure) }
    return wait(failure, attempt: 1)
  }

  private mutating func fail(_ failure: SyncFailure) -> Action {
    phase = .ended
    return .fail(failure.error)
  }

  private mutating func wait(_ failure: SyncFailure, attempt: Int) -> Action {
    phase = .waiting
    return .wait(
      milliseconds: policy.wait(
        afterAttempt: attempt, fraction: randomFraction(), retryAfter: failure.retryAfter))
  }
}
