import CensusAPI
import CensusDomain
import CensusForms
import CensusStore
import Foundation

/// Syncs a device with its central: push, then pull.
///
/// The network, the clock's waits and chance are parameters; the store is a real one.
public struct SyncEngine: Sendable {
  /// What a sync depends on beside store and transport.
  public struct Environment: Sendable {
    /// Waits so many milliseconds, or throws when cancelled.
    public var wait: @Sendable (Int64) async throws -> Void
    /// Milliseconds on a clock that never goes back; only differences count.
    public var now: @Sendable () -> Int64
    /// A random number in 0..<1.
    public var randomFraction: @Sendable () -> Double
    /// Called at each step; what it throws ends the sync at once, as a crash would.
    public var atStep: @Sendable (SyncStep) throws -> Void
    /// Told of progress.
    public var report: @Sendable (SyncEvent) -> Void

    /// Makes an environment of real waits and chance.
    public init(
      wait: @escaping @Sendable (Int64) async throws -> Void = {
        try await Task.sleep(for: .milliseconds($0))
      },
      now: @escaping @Sendable () -> Int64 = {
        Int64(ProcessInfo.processInfo.systemUptime * 1000)
      },
      randomFraction: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
      atStep: @escaping @Sendable (SyncStep) throws -> Void = { _ in },
      report: @escaping @Sendable (SyncEvent) -> Void = { _ in }
    ) {
      self.wait = wait
      self.now = now
      self.randomFraction = randomFraction
      self.atStep = atStep
      self.report = report
    }
  }

  let store: DeviceStore
  private let forms: FormCatalogue
  let client: SyncClient
  private let central: String
  let policy: RetryPolicy
  private let bounds: BatchBounds
  let environment: Environment

  /// Makes an engine.
  ///
  /// - Parameters:
  ///   - forms: the forms known on the device.
  ///   - central: the central's address, for the record.
  ///   - bounds: the largest batch; smaller ones are chosen where the link is weak.
  public init(
    store: DeviceStore, forms: FormCatalogue, transport: any CentralTransport, central: String,
    policy: RetryPolicy = RetryPolicy(),
    bounds: BatchBounds = BatchBounds(
      count: ProtocolLimits.maximumBatchCount, bytes: ProtocolLimits.targetBatchBytes),
    environment: Environment = Environment()
  ) {
    self.store = store
    self.forms = forms
    client = SyncClient(transport: transport)
    self.central = central
    self.policy = policy
    self.bounds = bounds
    self.environment = environment
  }

  /// Runs a whole sync.
  ///
  /// - Throws: ``CensusError`` once a step failed for good; everything answered for until then is
  ///   recorded, everything else waits in the store. What `atStep` throws comes through as it is.
  public func run() async throws -> SyncReport {
    var session = SyncSession(
      store: store, forms: forms, client: client, environment: environment)
    do {
      try await run(&session)
      await session.end()
      try await sendAttachments(&session.report)
      return session.report
    } catch {
      await session.end()
      throw error
    }
  }

  /// How often one sync merges and sends again, should others go on changing the same entries.
  private static let mostMergingRounds = 4

  private func run(_ session: inout SyncSession) async throws {
    let link = try store.link()
    var machine = SyncMachine(
      policy: policy, pace: LinkPace(link, largest: bounds), suspects: link?.suspects,
      randomFraction: environment.randomFraction)
    session.link = machine.link
    var action = machine.start()
    var rounds = 0
    while true {
      try Task.checkCancellation()
      switch action {
      case .finish:
        // What was merged goes up in the same sync; what others make meanwhile can wait for the next.
        if rounds < SyncEngine.mostMergingRounds, try session.mergeConflicts() {
          rounds += 1
          machine = SyncMachine(
            policy: policy, pace: machine.pace, suspects: machine.link.suspects,
            randomFraction: environment.randomFraction)
          action = machine.start()
          continue
        }
        // What was sought and found must not be remembered against what is sent later.
        if try store.link()?.suspects != machine.link.suspects {
          try store.dissolveBatch(link: machine.link)
        }
        try environment.atStep(.beforeSyncIsNoted)
        try store.noteSync(with: central)
        session.report.unsent = try store.unsent().count
        return
      case .fail(let error): throw error
      case .wait(let milliseconds):
        try await environment.wait(milliseconds)
        action = machine.next(.waited)
      default:
        let event = try await session.perform(action)
        action = machine.next(event)
        session.link = machine.link
        if case .failed(let failure) = event {
          // The next batch may be cut differently; the central knows each revision by its hash.
          if failure.batch != nil, failure.kind.isAboutBatch {
            try store.dissolveBatch(link: machine.link)
          }
          if case .wait(let milliseconds) = action {
            environment.report(.retrying(failure.error, milliseconds: milliseconds))
          } else {
            environment.report(.gaveUp(failure.error, retryAfter: failure.retryAfter))
          }
        }
      }
    }
  }
}
