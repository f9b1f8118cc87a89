internal import CensusAPI
internal import Synchronization

/// What the caller's task and the transfer's thread share about one call.
///
/// The continuation is resumed once, by whoever comes first: the end of the transfer or the
/// cancellation, which does not wait, since a name that is being resolved cannot be called off.
final class Transfer: Sendable {
  typealias Outcome = Result<HTTPReply, TransportFailure>

  private let cancelled = Atomic(false)
  private let continuation = Mutex<CheckedContinuation<Outcome, Never>?>(nil)

  /// Whether the caller has cancelled.
  var isCancelled: Bool { cancelled.load(ordering: .acquiring) }

  /// Takes over the continuation of a waiting caller.
  func begin(_ waiting: CheckedContinuation<Outcome, Never>) {
    continuation.withLock { $0 = waiting }
    // A cancellation that came before found nobody to resume.
    if isCancelled { finish(.failure(Self.cancellation)) }
  }

  /// Marks the call as cancelled and resumes the caller.
  func cancel() {
    cancelled.store(true, ordering: .releasing)
    finish(.failure(Self.cancellation))
  }

  /// Resumes the caller unless that has been done.
  func finish(_ outcome: Outcome) {
    let waiting = continuation.withLock { slot in
      defer { slot = nil }
      return slot
    }
    waiting?.resume(returning: outcome)
  }

  static let cancellation = TransportFailure(.cancelled, detail: "the caller cancelled")
}
