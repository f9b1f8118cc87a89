import CensusAPI
import CensusDomain
import CensusHub
import CensusStore
import CensusSync

/// Performs the machine's actions for a relay: the only place of one with effects on records.
struct RelaySession {
  private let hub: Hub
  private let client: SyncClient
  private let environment: RelayEngine.Environment
  var report = RelayReport()
  /// Whether everything is to be offered anew.
  private var mustRestart: Bool
  /// The cursor after which the next batch begins.
  private var position: Int64 = 0
  /// Up to where lines were set aside that the central above never answers for.
  private var passedOver: Int64 = 0
  /// Lines that were set aside since the last answer.
  private var setAside = 0
  /// The batch under way, and the one whose transfer was cut last.
  private var sending: PackedBatch?
  private var lastCut: UniqueID?

  init(
    hub: Hub, client: SyncClient, environment: RelayEngine.Environment, mustRestart: Bool
  ) {
    self.hub = hub
    self.client = client
    self.environment = environment
    self.mustRestart = mustRestart
  }

  /// Does what `action` says; a failure of the other side is an event, one of the store is thrown.
  mutating func perform(_ action: SyncMachine.Action) async throws -> SyncMachine.Event {
    do {
      switch action {
      case .askState: return try await askState()
      case .push(_, let culprit?): return try pass(over: culprit)
      case .push(let bounds, nil): return try await push(bounds)
      case .pull(let cursor): return try await pull(after: cursor)
      // A relay asks for no receipts: what was held and not answered for is offered again.
      case .fetchReceipts, .wait, .finish, .fail: return .waited
      }
    } catch let failure as SyncClient.Failure {
      let batch = sending
      sending = nil
      let event = SyncFailure(failure, batch: batch?.delivery(milliseconds: 0))
      try dissolve(batch, after: event)
      return .failed(event)
    }
  }

  private mutating func askState() async throws -> SyncMachine.Event {
    var state = try await client.deviceState(try hub.relayDeclaration())
    let known = try hub.relayState()
    guard state.device == known.id else { throw RelaySession.otherRelay(known.id) }
    environment.report(.connected(confirmed: state.lastSequence))
    let (after, isRestart) = try hub.relayPosition(
      confirmed: state.lastSequence, hash: state.lastHash)
    position = max(after, passedOver)
    if isRestart || mustRestart {
      // A repeat after a cut goes on from where it came to.
      mustRestart = false
      position = 0
      try hub.dissolveRelayBatch()
      report.restarted = true
      environment.report(.restarted)
    }
    state.lastSequence = min(state.lastSequence, position)
    return .state(state, unanswered: position + 1, cursor: known.taken)
  }

  private mutating func push(_ bounds: BatchBounds) async throws -> SyncMachine.Event {
    guard
      let batch = try hub.nextRelayBatch(
        after: position, count: bounds.count, bytes: bounds.bytes)
    else { return .nothingToPush }
    let packed = PackedBatch(
      OutgoingBatch(
        key: batch.key, items: batch.items.map { (sequence: $0.at, hash: $0.hash) },
        body: batch.body))
    sending = packed
    let start = environment.now()
    let receipt = try await client.push(packed)
    sending = nil
    try hub.record(relayed: receipt)
    for item in receipt.items {
      report.answered[item.disposition.rawValue, default: 0] += 1
    }
    report.batches += 1
    report.bytes += packed.packed.count
    position = batch.items.last?.at ?? position
    setAside = 0
    environment.report(.sent(lines: report.answered.values.reduce(0, +)))
    return .pushed(packed.delivery(milliseconds: environment.now() - start))
  }

  /// The most lines that are set aside in a row: a central that takes none has another trouble.
  private static let mostSetAside = 16

  /// Leaves a line aside for which the central above refuses every batch, so that the others go on.
  private mutating func pass(over culprit: Isolation.Culprit) throws -> SyncMachine.Event {
    guard setAside < RelaySession.mostSetAside else { throw culprit.error }
    setAside += 1
    try hub.setAside(relayedAt: culprit.sequence, culprit.error)
    report.answered[Disposition.rejected.rawValue, default: 0] += 1
    position = culprit.sequence
    passedOver = culprit.sequence
    return .pushed(
      Delivery(
        first: culprit.sequence, last: culprit.sequence, count: 0, plain: 0, travelled: 0,
        milliseconds: 0))
  }

  private mutating func pull(after cursor: Int64) async throws -> SyncMachine.Event {
    guard let page = try await page(after: cursor) else {
      environment.report(.reread)
      try hub.rereadRelayFeed()
      return .pulled(next: 0, hasMore: true)
    }
    report.reviews += try hub.take(relayed: page)
    environment.report(.taken(reviews: report.reviews))
    return .pulled(next: page.next, hasMore: page.hasMore && page.next > cursor)
  }

  /// A page of the upper central's feed; nil where it does not know the place, or the place is
  /// another since it was restored from a backup.
  private func page(after cursor: Int64) async throws -> ChangePage? {
    let head = cursor > 0 ? try hub.relayState().head : nil
    do {
      return try await client.changes(after: cursor, head: head)
    } catch let failure {
      guard cursor > 0, case .refused(_, let status, _) = failure, status == 409 else {
        throw failure
      }
      return nil
    }
  }

  /// Gives up a batch that has to be cut anew.
  ///
  /// The first time it was cut it is sent again as it was: perhaps only its answer was lost.
  private mutating func dissolve(_ batch: PackedBatch?, after failure: SyncFailure) throws {
    guard let batch, failure.kind.isAboutBatch else { return }
    if failure.kind == .cut, lastCut != batch.key {
      lastCut = batch.key
      return
    }
    try hub.dissolveRelayBatch()
  }

  private static func otherRelay(_ id: UniqueID) -> CensusError {
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
