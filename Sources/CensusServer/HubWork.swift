import CensusDomain
import CensusHub
import Dispatch

/// Calls the hub off the event loops, which its waits for the disk would hold up.
struct HubWork: Sendable {
  private let hub: Hub
  private let queue = DispatchQueue(label: "hazcensus.hub", attributes: .concurrent)

  init(hub: Hub) { self.hub = hub }

  /// Runs `body` with the hub on a thread of its own.
  func callAsFunction<Result: Sendable>(
    _ body: @escaping @Sendable (Hub) throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      queue.async { continuation.resume(with: Swift.Result { try body(hub) }) }
    }
  }
}
