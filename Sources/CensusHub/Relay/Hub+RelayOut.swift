import CensusAPI
import CensusDomain

/// What the central above is sent.
extension Hub {
  /// As whom the central above knows this one; made when it is first asked for.
  ///
  /// - Throws: ``CensusError``, what the storage said.
  public func relayState() throws(CensusError) -> RelayState {
    if let known = try fetch({ records in try records.relays.state() }) { return known }
    return try commit { records in try state(records) }
  }

  private func state(_ records: any CentralTransaction) throws -> RelayState {
    if let known = try records.relays.state() { return known }
    let made = RelayState(id: identifiers.next(at: clock.now()))
    try records.relays.set(made)
    return made
  }

  /// What the central above is told of this one at the beginning of a relay.
  ///
  /// - Throws: ``CensusError``, what the storage said.
  public func relayDeclaration() throws(CensusError) -> DeviceDeclaration {
    let sent = try relayState().sent
    let newest = try fetch { records in try records.feed.newestCursor() }
    return DeviceDeclaration(
      programVersion: ProgramVersion.current, unsent: Int(clamping: max(0, newest - sent)),
      clock: clock.now().milliseconds)
  }

  /// From where the relay goes on, by what the central above says that it holds.
  ///
  /// Its word counts, not this central's memory: it may have been restored from a backup. Where it
  /// names a place that is another's here, this central was restored, and everything is offered anew.
  /// - Returns: the cursor, and whether it is the beginning for that reason.
  /// - Throws: ``CensusError``, what the storage said.
  public func relayPosition(
    confirmed: Int64, hash: ContentHash?
  ) throws(CensusError) -> (after: Int64, isRestart: Bool) {
    guard confirmed > 0 else { return (0, false) }
    return try fetch { records in
      let newest = try records.feed.newestCursor()
      guard confirmed <= newest else { return (0, true) }
      let line = try Hub.lines(records, CursorSpan(after: confirmed - 1, through: confirmed), 1)
      return line.items.first?.hash == hash ? (confirmed, false) : (0, true)
    }
  }

  /// The next batch after `position`, noted as begun before it is given out; nil where nothing waits.
  ///
  /// A batch that was begun and not answered comes again, byte for byte, under its key.
  /// - Throws: ``CensusError``, what the storage said.
  public func nextRelayBatch(
    after position: Int64, count: Int, bytes: Int
  ) throws(CensusError) -> RelayBatch? {
    try commit { records in
      var state = try state(records)
      if let open = state.open {
        let span = CursorSpan(after: open.after, through: open.through)
        let lines = try Hub.lines(records, span, .max)
        return RelayBatch(key: open.key, items: lines.items, body: lines.body)
      }
      let span = CursorSpan(after: position, through: try records.feed.newestCursor())
      let lines = try Hub.lines(records, span, count, bytes: bytes)
      guard let last = lines.items.last else { return nil }
      let key = identifiers.next(at: clock.now())
      state.open = .init(key: key, after: position, through: last.at)
      try records.relays.set(state)
      return RelayBatch(key: key, items: lines.items, body: lines.body)
    }
  }

  /// Records the answers to the batch under way.
  ///
  /// - Throws: ``CensusError``, what the storage said.
  public func record(relayed receipt: Receipt) throws(CensusError) {
    try commit { records in
      var state = try state(records)
      guard let open = state.open, open.key == receipt.batch else { return }
      let now = clock.now()
      for item in receipt.items {
        if item.disposition == .rejected {
          try records.relays.keep(item, at: now)
        } else {
          try records.relays.settle(item.sequence)
        }
      }
      state.sent = open.through
      state.open = nil
      state.lastRun = now
      try records.relays.set(state)
      try log(
        records, by: .localAdministrator, "relay.answered", receipt.batch.description,
        "through=\(open.through) auditHead=\(receipt.auditHead)")
    }
  }

  /// Notes a line for which the central above refuses every batch, and its words.
  ///
  /// - Throws: ``CensusError``, what the storage said.
  public func setAside(relayedAt cursor: Int64, _ error: CensusError) throws(CensusError) {
    try commit { records in
      let line = try Hub.lines(records, CursorSpan(after: cursor - 1, through: cursor), 1)
      guard let hash = line.items.first?.hash else { return }
      let fault = Fault(pointer: "", rule: "refused", message: error.message)
      try records.relays.keep(
        ReceiptItem(sequence: cursor, hash: hash, disposition: .rejected, faults: [fault]),
        at: clock.now())
      try log(
        records, by: .localAdministrator, "relay.setAside", "\(cursor) \(hash)", error.message.en)
    }
  }

  /// Gives up the batch under way, so that it is cut anew under another key.
  ///
  /// - Throws: ``CensusError``, what the storage said.
  public func dissolveRelayBatch() throws(CensusError) {
    try commit { records in
      var state = try state(records)
      state.open = nil
      try records.relays.set(state)
    }
  }

  /// The lines of a stretch in commit order, at most so many and about so many bytes.
  private static func lines(
    _ records: any CentralTransaction, _ span: CursorSpan, _ count: Int, bytes: Int = .max
  ) throws -> (items: [(at: Int64, hash: ContentHash)], body: [UInt8]) {
    var reviews = try records.feed.reviews(span, within: nil, limit: count)[...]
    var items: [(at: Int64, hash: ContentHash)] = []
    var body: [UInt8] = []
    func add(_ change: Change) throws {
      guard items.count < count, body.count < bytes else { return }
      if let hash = try RelayLine.append(change, to: &body) { items.append((change.cursor, hash)) }
    }
    func addReviews(before cursor: Int64) throws {
      while let first = reviews.first, first.cursor < cursor {
        try add(first)
        reviews.removeFirst()
      }
    }
    try records.feed.visitRevisions(span, within: nil, notOf: nobody, limit: count) { change in
      try addReviews(before: change.cursor)
      try add(change)
      return items.count < count && body.count < bytes
    }
    try addReviews(before: .max)
    return (items, body)
  }

  private static let nobody = UniqueID(high: 0, low: 0)
}
