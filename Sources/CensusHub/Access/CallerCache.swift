import CensusDomain
import Synchronization

/// Whom the tokens stand for that were asked after lately.
///
/// A request that is let in from memory need not wait for a batch that is being stored. Only for a
/// storage that nobody else changes: every change of authority goes through ``forget()``.
final class CallerCache: Sendable {
  private struct State {
    var callers: [ContentHash: Caller] = [:]
    var changes = 0
  }

  /// More tokens than a district has devices; beyond it the cache begins anew.
  private static let most = 10_000
  private let state = Mutex(State())

  /// The caller whose token has this hash; `find` is asked mostly once between changes of authority.
  func caller(
    _ token: ContentHash, _ find: () throws(CensusError) -> Caller
  ) throws(CensusError) -> Caller {
    let (known, changes) = state.withLock { ($0.callers[token], $0.changes) }
    if let known { return known }
    let caller = try find()
    state.withLock { state in
      guard state.changes == changes else { return }
      if state.callers.count >= CallerCache.most { state.callers = [:] }
      state.callers[token] = caller
    }
    return caller
  }

  /// Must follow the commit of every change of who may do what, before it is answered.
  func forget() {
    state.withLock { state in
      state.callers = [:]
      state.changes += 1
    }
  }
}
