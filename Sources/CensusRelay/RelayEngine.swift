import CensusAPI
import CensusDomain
import CensusHub
import CensusStore
import CensusSync
import Foundation

/// Forwards what a central has accepted to the central above it, and brings the city's reviews back.
///
/// The same protocol as a device's sync, in the same order and at the same pace: batches under keys that
/// are written before they are sent, receipts that are proved, a feed by cursor, attachments at the end.
/// It may be off for weeks; it goes on from what the central above confirms. The network, waits and
/// chance are parameters.
public struct RelayEngine: Sendable {
  /// What a relay depends on beside hub and transport.
  public struct Environment: Sendable {
    /// Waits so many milliseconds, or throws when cancelled.
    public var wait: @Sendable (Int64) async throws -> Void
    /// Milliseconds on a clock that never goes back; only differences count.
    public var now: @Sendable () -> Int64
    /// A random number in 0..<1.
    public var randomFraction: @Sendable () -> Double
    /// Told of progress.
    public var report: @Sendable (RelayEvent) -> Void

    /// Makes an environment of real waits and chance.
    public init(
      wait: @escaping @Sendable (Int64) async throws -> Void = {
        try await Task.sleep(for: .milliseconds($0))
      },
      now: @escaping @Sendable () -> Int64 = {
        Int64(ProcessInfo.processInfo.systemUptime * 1000)
      },
      randomFraction: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
      report: @escaping @Sendable (RelayEvent) -> Void = { _ in }
    ) {
      self.wait = wait
      self.now = now
      self.randomFraction = randomFraction
      self.report = report
    }
  }

  private let hub: Hub
  private let client: SyncClient
  private let policy: RetryPolicy
  private let largest: BatchBounds
  private let environment: Environment

  /// Makes a relay of `hub` to the central behind `transport`.
  ///
  /// - Parameter bounds: the largest batch; smaller ones are chosen where the link is weak.
  public init(
    hub: Hub, transport: any CentralTransport, policy: RetryPolicy = .field,
    bounds: BatchBounds = BatchBounds(
      count: ProtocolLimits.maximumBatchCount, bytes: ProtocolLimits.targetBatchBytes),
    environment: Environment = Environment()
  ) {
    self.hub = hub
    client = SyncClient(transport: transport)
    self.policy = policy
    largest = bounds
    self.environment = environment
  }

  /// Forwards everything that waits, takes in what came back, and sends the attachments that the
  /// central above lacks and that are here.
  ///
  /// - Parameter again: offers everything anew, so that what was refused, as for want of a form, is
  ///   judged again; what is there counts once.
  /// - Throws: ``CensusError`` once a step failed for good; what was answered for until then is
  ///   recorded, everything else comes in the next run. An attachment that fails throws nothing.
  public func run(again: Bool = false) async throws -> RelayReport {
    var session = RelaySession(
      hub: hub, client: client, environment: environment, mustRestart: again)
    var pace = LinkPace(nil, largest: largest)
    try await exchange(&session, &pace)
    try await sendAttachments(&session, &pace)
    return session.report
  }

  /// Sends and reads until both sides have the same.
  private func exchange(_ session: inout RelaySession, _ pace: inout LinkPace) async throws {
    var machine = SyncMachine(
      policy: policy, pace: pace, randomFraction: environment.randomFraction)
    var action = machine.start()
    while true {
      try Task.checkCancellation()
      switch action {
      case .finish:
        pace = machine.pace
        return
      case .fail(let error): throw error
      case .wait(let milliseconds):
        try await environment.wait(milliseconds)
        action = machine.next(.waited)
      default:
        let event = try await session.perform(action)
        action = machine.next(event)
        if case .failed(let failure) = event, case .wait(let milliseconds) = action {
          environment.report(.retrying(failure.error, milliseconds: milliseconds))
        }
      }
    }
  }

  /// After so many bytes of attachments it is seen what else waits: photos must not keep entries back.
  private static let mostBetween: Int64 = 4 << 20

  private func sendAttachments(
    _ session: inout RelaySession, _ pace: inout LinkPace
  ) async throws {
    guard let folder = hub.attachments else { return }
    var sinceExchange: Int64 = 0
    let uploader = AttachmentUploader(
      client: client, policy: policy, wait: environment.wait,
      randomFraction: environment.randomFraction)
    try await uploader.run(from: folder) { event in
      switch event {
      case .asked(let missing):
        session.report.attachmentsMissing = missing.count
        try hub.noteRelay(lacks: missing)
      case .sent(let hash, let bytes):
        try hub.noteRelay(sent: hash)
        session.report.attachments += 1
        session.report.attachmentsMissing -= 1
        sinceExchange += bytes
      case .failed(let hash, let error):
        environment.report(.attachmentFailed(hash, error))
      case .progress(let done, let all, let bytes):
        environment.report(.attachments(done: done, of: all, bytes: bytes))
        guard sinceExchange >= RelayEngine.mostBetween, done < all else { return }
        sinceExchange = 0
        try await exchange(&session, &pace)
      }
    }
  }
}
