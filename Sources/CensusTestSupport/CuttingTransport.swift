import CensusAPI
import CensusServer
import Synchronization

/// Breaks the connection once, after so many bytes of attachments have travelled, and counts them all.
public final class CuttingTransport: CentralTransport, Sendable {
  private struct State {
    var travelled = 0
    var isCut = false
  }

  private let base: InProcessTransport
  private let limit: Int
  private let state = Mutex(State())

  /// Wraps `base`; the body in which byte `limit` lies breaks off there.
  public init(_ base: InProcessTransport, cutAfter limit: Int) {
    self.base = base
    self.limit = limit
  }

  /// The bytes of attachments that were sent, those that were lost included.
  public var travelled: Int { state.withLock { $0.travelled } }
  /// Whether the cut came.
  public var isCut: Bool { state.withLock { $0.isCut } }

  /// Sends, or breaks off.
  public func send(_ call: HTTPCall) async throws(TransportFailure) -> HTTPReply {
    guard call.path.hasPrefix("/v1/attachments") else { return try await base.send(call) }
    let count = call.body?.count ?? 0
    let cut = state.withLock { state -> Int? in
      guard !state.isCut, count > 0, state.travelled + count > limit else {
        state.travelled += count
        return nil
      }
      let part = limit - state.travelled
      state.isCut = true
      state.travelled = limit
      return part
    }
    guard let cut else { return try await base.send(call) }
    try await base.send(call, cutAfter: cut)
    throw TransportFailure(.interrupted, detail: "the test cut the body")
  }
}
