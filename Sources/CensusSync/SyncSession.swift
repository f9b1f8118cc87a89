import CensusAPI
import CensusDomain
import CensusForms
import CensusStore

/// Performs the machine's actions: the only place of a sync with effects.
struct SyncSession {
  let store: DeviceStore
  private var forms: FormCatalogue
  let client: SyncClient
  let environment: SyncEngine.Environment
  var report = SyncReport()
  private var total = 0
  private var prefetched: (after: Int64, task: Task<PackedBatch?, any Error>)?
  /// The batch under way, whose key is on the disk.
  private var sent: (batch: PackedBatch, receipt: Task<Receipt, any Error>)?

  init(
    store: DeviceStore, forms: FormCatalogue, client: SyncClient,
    environment: SyncEngine.Environment
  ) {
    self.store = store
    self.forms = forms
    self.client = client
    self.environment = environment
  }

  /// Does what `action` says; a failure of the other side is an event, one of the store is thrown.
  mutating func perform(_ action: SyncMachine.Action) async throws -> SyncMachine.Event {
    do {
      switch action {
      case .askState: return try await askState()
      case .fetchReceipts(let sequence): return try await fetchReceipts(after: sequence)
      case .push(let bounds): return try await push(bounds)
      case .pull(let cursor): return try await pull(after: cursor)
      case .wait, .finish, .fail: return .waited
      }
    } catch let failure as SyncClient.Failure {
      await end()
      return .failed(SyncSession.judge(failure))
    }
  }

  private mutating func askState() async throws -> SyncMachine.Event {
    try environment.atStep(.beforeState)
    let state = try await client.deviceState(try store.declaration())
    guard state.device == store.identity.device else {
      throw SyncClient.Failure.refused(
        CensusError.foreignToken(state.device), status: 403, retryAfter: nil)
    }
    try store.requireAgreement(with: state)
    try environment.atStep(.afterState)
    // A central that came back from a backup lacks what it had answered for.
    try store.resend(after: state.lastSequence)
    let unsent = try store.unsent()
    total = report.answered.values.reduce(0, +) + unsent.count
    environment.report(.connected(unsent: unsent.count, bytes: unsent.bytes))
    return .state(state, unanswered: try store.firstUnanswered(), cursor: try store.cursor())
  }

  private mutating func fetchReceipts(after sequence: Int64) async throws -> SyncMachine.Event {
    try environment.atStep(.beforeReceipts)
    let receipt = try await client.receipts(after: sequence)
    let counts = try store.record(receipt)
    let recovered = counts.values.reduce(0, +)
    report.recovered += recovered
    add(counts)
    try environment.atStep(.afterReceipts)
    environment.report(.recovered(recovered))
    return .receipts(
      last: recovered > 0 ? receipt.items.last?.sequence : nil,
      unanswered: try store.firstUnanswered())
  }

  /// Ends what goes on in the background and waits for it, so that nothing holds the store any more.
  ///
  /// What was sent is asked for again by the next sync.
  mutating func end() async {
    prefetched?.task.cancel()
    sent?.receipt.cancel()
    _ = await prefetched?.task.result
    _ = await sent?.receipt.result
    prefetched = nil
    sent = nil
  }

  /// Waits for the receipt of the batch under way and records it while the next one travels.
  ///
  /// The next one's key is on the disk before the receipt is recorded. A cut between the two loses
  /// nothing: a sync begins by fetching the receipts of all that the central holds.
  private mutating func push(_ bounds: BatchBounds) async throws -> SyncMachine.Event {
    if sent == nil {
      guard let batch = try await nextBatch(bounds) else { return .nothingToPush }
      try send(batch, bounds)
    }
    guard let (batch, answer) = sent else { return .nothingToPush }
    let receipt = try await withTaskCancellationHandler {
      try await answer.value
    } onCancel: {
      answer.cancel()
    }
    sent = nil
    if let next = await prefetchedBatch(after: batch.outgoing.lastSequence) {
      try send(next, bounds)
    }
    try environment.atStep(.beforeReceiptIsRecorded)
    let counts = try store.record(receipt)
    try environment.atStep(.afterReceiptIsRecorded)
    add(counts)
    report.batches += 1
    report.bytes += batch.packed.count
    let done = report.answered.values.reduce(0, +)
    environment.report(.pushed(done: done, of: max(total, done), bytes: report.bytes))
    return .pushed
  }

  private mutating func send(_ batch: PackedBatch, _ bounds: BatchBounds) throws {
    try environment.atStep(.beforeBatchIsBegun)
    try store.begin(batch.outgoing)
    try environment.atStep(.beforeSend)
    let client = client
    // Before the next batch is laid out: that would keep the store, and a thread, from the sending.
    sent = (batch: batch, receipt: Task.detached { try await client.push(batch) })
    prefetch(after: batch.outgoing.lastSequence, bounds)
  }

  private mutating func add(_ counts: [Disposition: Int]) {
    for (disposition, count) in counts {
      report.answered[disposition.rawValue, default: 0] += count
    }
  }

  private mutating func nextBatch(_ bounds: BatchBounds) async throws -> PackedBatch? {
    if let open = try store.openBatch() { return PackedBatch(open) }
    let last = (try store.firstUnanswered() ?? 1) - 1
    return try store.prepareBatch(after: last, bounds).map(PackedBatch.init)
  }

  /// Lays out and packs the batch after this one while this one travels.
  private mutating func prefetch(after sequence: Int64, _ bounds: BatchBounds) {
    let store = store
    let task = Task.detached { () throws -> PackedBatch? in
      try store.prepareBatch(after: sequence, bounds).map(PackedBatch.init)
    }
    prefetched = (after: sequence, task: task)
  }

  /// The batch that was laid out ahead; nil where there is none or it could not be laid out.
  ///
  /// What is wrong with it is said when its turn comes, after the receipt at hand was recorded.
  private mutating func prefetchedBatch(after sequence: Int64) async -> PackedBatch? {
    guard let ahead = prefetched, ahead.after == sequence else { return nil }
    prefetched = nil
    return try? await ahead.task.value
  }

  private mutating func pull(after cursor: Int64) async throws -> SyncMachine.Event {
    try environment.atStep(.beforePull)
    let page = try await client.changes(after: cursor)
    guard page.next >= cursor else {
      throw SyncClient.Failure.refused(
        CensusError(
          .protocolViolation, zh: "中心的更新游标倒退了。", en: "The central's cursor went backwards."),
        status: 200, retryAfter: nil)
    }
    try environment.atStep(.beforePageIsApplied)
    // An inventory is taken in before the cursor passes its announcement, or a cut would skip it.
    if let version = try newInventory(page) { try await takeInventory(version) }
    forms = forms.adding(page.readableForms())
    try store.apply(page, forms: forms)
    report.changes += page.changes.count
    environment.report(.pulled(changes: page.changes.count))
    return .pulled(next: page.next, hasMore: page.hasMore)
  }

  private func newInventory(_ page: ChangePage) throws -> Int? {
    let versions = page.changes.compactMap { change -> Int? in
      if case .inventory(let version) = change.kind { version } else { nil }
    }
    guard let newest = versions.max(), newest > (try store.inventoryVersion()) else { return nil }
    return newest
  }

  private func takeInventory(_ version: Int) async throws {
    try environment.atStep(.beforeInventory)
    var after = ""
    var objects = 0
    while true {
      let page = try await client.inventory(version: version, after: after)
      try environment.atStep(.beforeInventoryPageIsTaken)
      objects += page.objects.count
      try store.take(page, isLast: page.next == nil)
      guard let next = page.next else { break }
      after = next
    }
    environment.report(.inventory(version: version, objects: objects))
  }

  private static func judge(_ failure: SyncClient.Failure) -> SyncMachine.SyncFailure {
    switch failure {
    case .transport(let transport):
      let mayRepeat = transport.kind == .interrupted || transport.kind == .unreachable
      return SyncMachine.SyncFailure(
        error: transport.asCensusError, mayRepeat: mayRepeat,
        shouldHalve: transport.kind == .interrupted, retryAfter: nil)
    case .refused(let error, let status, let retryAfter):
      let isPassing = status == 429 || status == 502 || status == 503 || status == 504
      return SyncMachine.SyncFailure(
        error: error, mayRepeat: isPassing || status == 413, shouldHalve: status == 413,
        retryAfter: retryAfter)
    }
  }
}
