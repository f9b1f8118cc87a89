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
  /// What is known of the link; goes to the disk with the next batch's key.
  var link: LinkState?
  private var count: SyncCount
  private var prefetched: (after: Int64, task: Task<PackedBatch?, any Error>)?
  /// The batch under way, whose key is on the disk.
  private var sent: (batch: PackedBatch, answer: Task<Answer, any Error>)?
  private var setAside: Isolation.Culprit?

  private typealias Answer = (receipt: Receipt, milliseconds: Int64)

  init(
    store: DeviceStore, forms: FormCatalogue, client: SyncClient,
    environment: SyncEngine.Environment
  ) {
    self.store = store
    self.forms = forms
    self.client = client
    self.environment = environment
    count = SyncCount(now: environment.now())
  }

  /// Does what `action` says; a failure of the other side is an event, one of the store is thrown.
  mutating func perform(_ action: SyncMachine.Action) async throws -> SyncMachine.Event {
    do {
      switch action {
      case .askState: return try await askState()
      case .fetchReceipts(let sequence): return try await fetchReceipts(after: sequence)
      case .push(let bounds, let culprit): return try await push(bounds, culprit)
      case .pull(let cursor): return try await pull(after: cursor)
      case .wait, .finish, .fail: return .waited
      }
    } catch let failure as SyncClient.Failure {
      let batch = sent?.batch.delivery(milliseconds: 0)
      await end()
      return .failed(SyncFailure(failure, batch: batch))
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
    try heal(state)
    let unsent = try store.unsent()
    count.expect(unsent)
    environment.report(.connected(unsent: unsent.count, bytes: unsent.bytes))
    return .state(state, unanswered: try store.firstUnanswered(), cursor: try store.cursor())
  }

  /// Finds out whether the central fell behind what it had told, as one restored from a backup does.
  private mutating func heal(_ state: DeviceState) throws {
    if try store.lastAnswered() > state.lastSequence {
      let withdrawn = try store.withdrawReceipts(after: state.lastSequence)
      report.withdrawn += withdrawn
      if withdrawn > 0 { environment.report(.withdrawn(withdrawn)) }
    }
    if try store.cursor() > state.cursor { try restartPull() }
  }

  private mutating func restartPull() throws {
    try store.restartPull()
    report.restarted = true
    environment.report(.restartedPull)
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
    sent?.answer.cancel()
    _ = await prefetched?.task.result
    _ = await sent?.answer.result
    prefetched = nil
    sent = nil
  }

  /// Waits for the receipt of the batch under way and records it while the next one travels.
  ///
  /// The next one's key is on the disk before the receipt is recorded. A cut between the two loses
  /// nothing: a sync begins by fetching the receipts of all that the central holds.
  private mutating func push(
    _ bounds: BatchBounds, _ culprit: Isolation.Culprit?
  ) async throws -> SyncMachine.Event {
    setAside = culprit
    if sent == nil {
      if let culprit {
        environment.report(.settingAside(sequence: culprit.sequence, culprit.error))
      }
      guard let batch = try await nextBatch(bounds) else { return .nothingToPush }
      try send(batch, bounds)
    }
    guard let (batch, task) = sent else { return .nothingToPush }
    let answer = try await withTaskCancellationHandler {
      try await task.value
    } onCancel: {
      task.cancel()
    }
    sent = nil
    if let next = await prefetchedBatch(after: batch.outgoing.lastSequence) {
      try send(next, bounds)
    }
    try environment.atStep(.beforeReceiptIsRecorded)
    let counts = try store.record(answer.receipt)
    try environment.atStep(.afterReceiptIsRecorded)
    add(counts)
    report.batches += 1
    report.bytes += batch.packed.count
    let delivery = batch.delivery(milliseconds: answer.milliseconds)
    count.add(delivery)
    environment.report(.pushed(count.progress(link?.bytesPerSecond, now: environment.now())))
    return .pushed(delivery)
  }

  private mutating func send(_ batch: PackedBatch, _ bounds: BatchBounds) throws {
    try environment.atStep(.beforeBatchIsBegun)
    try store.begin(batch.outgoing, link: link)
    try environment.atStep(.beforeSend)
    let (client, now) = (client, environment.now)
    // Before the next batch is laid out: that would keep the store, and a thread, from the sending.
    let task = Task.detached { () throws -> Answer in
      let start = now()
      let receipt = try await client.push(batch)
      return (receipt: receipt, milliseconds: now() - start)
    }
    sent = (batch: batch, answer: task)
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
    let held = setAside.map { [$0.sequence: $0.error.message.en] } ?? [:]
    return try store.prepareBatch(after: last, bounds, setAside: held).map(PackedBatch.init)
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
    let head = try store.placeHead()
    let page: ChangePage
    do {
      page = try await client.changes(after: cursor, head: head)
    } catch .refused(_, status: 409, _) where cursor > 0 {
      try restartPull()
      return .pulled(next: 0, hasMore: true)
    }
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

  /// Merges what can be merged without a person; whether there is something new to send.
  mutating func mergeConflicts() throws -> Bool {
    let merged = try store.mergeConflicts(forms: forms)
    for resolution in merged { environment.report(.merged(resolution)) }
    report.merged += merged
    return !merged.isEmpty
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
}
