public import CensusAPI
public import CensusDomain
internal import Dispatch
internal import Synchronization

/// Carries calls to a central over HTTP/1.1 with libcurl.
///
/// Transfers run one after the other on a thread of their own, over a connection that is kept
/// between them. Redirects are not followed, certificates are always proved, and `http` is refused
/// except to this machine.
public final class CurlTransport: CentralTransport {
  private let worker: CurlWorker
  // Transfers block, which would stop other tasks if it were done on a thread of their pool.
  private let queue = DispatchQueue(label: "census.curl")
  private let token: @Sendable () -> String?
  private let totals = Mutex(CurlStatistics())

  /// Makes a transport to one central.
  ///
  /// - Parameters:
  ///   - baseURL: the address below which every call's path lies.
  ///   - options: time limits and trust.
  ///   - userAgent: the name by which the client introduces itself.
  ///   - token: asked before each call for the bearer token; nil sends none.
  ///   - onUpload: told on the transfer's thread how many bytes of how many of a body have been sent.
  /// - Throws: a ``CensusError`` for an address that is not `https`, or `http` to this machine.
  public init(
    baseURL: String, options: CurlOptions = CurlOptions(), userAgent: String,
    token: @escaping @Sendable () -> String? = { nil },
    onUpload: @escaping @Sendable (_ sent: Int64, _ total: Int64) -> Void = { _, _ in }
  ) throws(CensusError) {
    worker = CurlWorker(
      base: try BaseAddress(baseURL), options: options, userAgent: userAgent,
      onUpload: onUpload)
    self.token = token
  }

  /// What has been carried so far.
  public var statistics: CurlStatistics { totals.withLock { $0 } }

  /// Sends `call` and returns whatever answer came.
  ///
  /// A cancelled task gets its failure at once; the transfer itself ends a moment later.
  public func send(_ call: HTTPCall) async throws(TransportFailure) -> HTTPReply {
    try RequestCheck.validate(call)
    let token = token()
    if let token { try RequestCheck.validate(name: "Authorization", value: token) }
    let transfer = Transfer()
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        transfer.begin(continuation)
        queue.async { self.run(call, token: token, transfer: transfer) }
      }
    } onCancel: {
      transfer.cancel()
      worker.wake()
    }
    return try outcome.get()
  }

  /// Waits until no transfer is under way.
  ///
  /// To be called before the process exits: curl's TLS library takes itself down at exit, which a
  /// transfer on another thread would not survive.
  public func finish() async {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume() }
    }
  }

  private func run(_ call: HTTPCall, token: String?, transfer: Transfer) {
    guard !transfer.isCancelled else { return }
    let result = worker.perform(call, token: token, transfer: transfer)
    totals.withLock { totals in
      totals.calls += result.figures.calls
      totals.connections += result.figures.connections
      totals.bytesSent += result.figures.bytesSent
      totals.bytesReceived += result.figures.bytesReceived
    }
    transfer.finish(result.outcome)
  }
}
