import CensusAPI
import CensusDomain
import CensusHub
import CensusStore
import CensusSync

/// Forwards what a central has accepted to the central above it, and brings the city's reviews back.
///
/// The same protocol as a device's sync: batches under keys that are written before they are sent,
/// receipts that are proved, a feed by cursor. It may be off for weeks; it goes on from what the central
/// above confirms. The network, waits and chance are parameters.
public struct RelayEngine: Sendable {
  /// What a relay depends on beside hub and transport.
  public struct Environment: Sendable {
    /// Waits so many milliseconds, or throws when cancelled.
    public var wait: @Sendable (Int64) async throws -> Void
    /// A random number in 0..<1.
    public var randomFraction: @Sendable () -> Double
    /// Told of progress.
    public var report: @Sendable (RelayEvent) -> Void

    /// Makes an environment of real waits and chance.
    public init(
      wait: @escaping @Sendable (Int64) async throws -> Void = {
        try await Task.sleep(for: .milliseconds($0))
      },
      randomFraction: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
      report: @escaping @Sendable (RelayEvent) -> Void = { _ in }
    ) {
      self.wait = wait
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
    hub: Hub, transport: any CentralTransport, policy: RetryPolicy = RetryPolicy(),
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

  /// Forwards everything that waits and takes in what came back.
  ///
  /// - Parameter again: offers everything anew, so that what was refused, as for want of a form, is
  ///   judged again; what is there counts once.
  /// - Throws: ``CensusError`` once a step failed for good; what was answered for until then is
  ///   recorded, everything else comes in the next run.
  public func run(again: Bool = false) async throws -> RelayReport {
    var work = Work(report: RelayReport(), bounds: largest, mustRestart: again)
    while true {
      try Task.checkCancellation()
      do {
        try await forward(&work)
        try await takeBack(&work)
        return work.report
      } catch let failure as SyncClient.Failure {
        try await recover(from: failure, &work)
      }
    }
  }

  /// How far a run has come.
  private struct Work {
    var report: RelayReport
    var bounds: BatchBounds
    /// Whether everything is to be offered anew.
    var mustRestart: Bool
    /// Failures since the last progress.
    var failures = 0
  }

  private func forward(_ work: inout Work) async throws {
    let state = try await client.deviceState(try hub.relayDeclaration())
    let known = try hub.relayState()
    guard state.device == known.id else { throw otherRelay(known.id) }
    environment.report(.connected(confirmed: state.lastSequence))
    var (after, isRestart) = try hub.relayPosition(
      confirmed: state.lastSequence, hash: state.lastHash)
    if isRestart || work.mustRestart {
      // A repeat after a cut goes on from where it came to.
      work.mustRestart = false
      after = 0
      try hub.dissolveRelayBatch()
      work.report.restarted = true
      environment.report(.restarted)
    }
    while let batch = try hub.nextRelayBatch(
      after: after, count: min(work.bounds.count, state.maximumBatchCount),
      bytes: work.bounds.bytes)
    {
      try Task.checkCancellation()
      after = try await send(batch, &work)
    }
  }

  /// Sends a batch, records its receipt and gives the place after it.
  private func send(_ batch: RelayBatch, _ work: inout Work) async throws -> Int64 {
    let packed = PackedBatch(
      OutgoingBatch(
        key: batch.key, items: batch.items.map { (sequence: $0.at, hash: $0.hash) },
        body: batch.body))
    let receipt = try await client.push(packed)
    try hub.record(relayed: receipt)
    for item in receipt.items {
      work.report.answered[item.disposition.rawValue, default: 0] += 1
    }
    work.report.batches += 1
    work.report.bytes += packed.packed.count
    work.failures = 0
    work.bounds = BatchBounds(
      count: min(largest.count, work.bounds.count * 2),
      bytes: min(largest.bytes, work.bounds.bytes * 2))
    environment.report(.sent(lines: work.report.answered.values.reduce(0, +)))
    return batch.items.last?.at ?? 0
  }

  private func takeBack(_ work: inout Work) async throws {
    var cursor = try hub.relayState().taken
    while true {
      try Task.checkCancellation()
      guard let page = try await page(after: cursor) else {
        environment.report(.reread)
        try hub.rereadRelayFeed()
        cursor = 0
        continue
      }
      work.report.reviews += try hub.take(relayed: page)
      work.failures = 0
      environment.report(.taken(reviews: work.report.reviews))
      guard page.hasMore, page.next > cursor else { return }
      cursor = page.next
    }
  }

  /// A page of the upper central's feed; nil where it does not know the place.
  private func page(after cursor: Int64) async throws -> ChangePage? {
    do {
      return try await client.changes(after: cursor)
    } catch let failure {
      guard cursor > 0, case .refused(_, let status, _) = failure, status == 409 else {
        throw failure
      }
      return nil
    }
  }

  private func recover(from failure: SyncClient.Failure, _ work: inout Work) async throws {
    work.failures += 1
    let error: CensusError
    let mayRepeat: Bool
    var retryAfter: Int?
    switch failure {
    case .transport(let transport):
      error = transport.asCensusError
      mayRepeat = transport.kind == .interrupted || transport.kind == .unreachable
      // The first time it is sent as it was: perhaps only its answer was lost.
      if transport.kind == .interrupted, work.failures > 1 { try halve(&work) }
    case .refused(let refusal, let status, let seconds):
      error = refusal
      retryAfter = seconds
      mayRepeat = [413, 429, 502, 503, 504].contains(status)
      // A batch that was refused as a whole is cut anew, or it would be refused for ever.
      if status == 413 || !mayRepeat { try halve(&work) }
    }
    guard mayRepeat, work.failures < policy.attempts else { throw error }
    let wait = policy.wait(
      afterAttempt: work.failures, fraction: environment.randomFraction(), retryAfter: retryAfter)
    environment.report(.retrying(error, milliseconds: wait))
    try await environment.wait(wait)
  }

  private func halve(_ work: inout Work) throws {
    work.bounds.count = max(1, work.bounds.count / 2)
    work.bounds.bytes = max(1, work.bounds.bytes / 2)
    try hub.dissolveRelayBatch()
  }

  private func otherRelay(_ id: UniqueID) -> CensusError {
    CensusError(
      .permission, zh: "该令牌在上级中心不属于本中心（本中心的转报编号为 \(id)）。",
      en:
        "The token is not this central's at the central above; this one's relay identifier is \(id).",
      remedy: LocalizedText(
        zh: "请上级中心登记：hazcensus central device add \(id) --relay，并用其令牌。",
        en:
          "Have the central above enrol it: hazcensus central device add \(id) --relay, and use that token."
      ))
  }
}
