import CensusAPI
import CensusDomain

/// Stores the lines of one relayed batch within the caller's transaction.
struct RelayWriter {
  private let records: any CentralTransaction
  private let batch: UniqueID
  private let relay: DeviceIdentity
  private let body: UnsafeRawBufferPointer
  private let now: Timestamp
  private let tokens: TokenSource
  private let merger: EntryMerger
  private let carrier: ReviewCarrier
  /// Whether each device that was met in the batch may come through this relay.
  private var isCarried: [UniqueID: Bool] = [:]
  /// The last sequence that came of each device, and its hash.
  private var last: [UniqueID: (sequence: Int64, hash: ContentHash)] = [:]

  init(
    _ records: any CentralTransaction, batch: UniqueID, relay: DeviceIdentity,
    body: UnsafeRawBufferPointer, now: Timestamp, hub: Hub
  ) {
    self.records = records
    self.batch = batch
    self.relay = relay
    self.body = body
    self.now = now
    tokens = hub.tokens
    merger = EntryMerger(
      records, device: relay, isWholeDistrict: relay.region == hub.district, forms: hub.forms,
      body: body, folder: hub.folder, now: now)
    carrier = ReviewCarrier(records, stages: merger.stages)
  }

  /// Stores one line and says what became of it; the answer's sequence is the line's place.
  mutating func store(_ line: PreparedRelayLine) throws -> ReceiptItem {
    switch line.kind {
    case .damaged(let fault): try reject(line, nil, [fault])
    case .review(let review): try store(review, line)
    case .revision(let disposition, let prepared): try store(prepared, as: disposition, line)
    }
  }

  /// Notes how far the carried devices have come, for whoever looks for one that is silent.
  func finish() throws {
    for (device, last) in last {
      guard let known = try records.devices.find(device), known.lastSequence < last.sequence
      else { continue }
      try records.devices.advance(device, to: last.sequence, hash: last.hash, at: now)
    }
  }

  private func store(_ review: ReviewRecord, _ line: PreparedRelayLine) throws -> ReceiptItem {
    // A relay speaks for its county; what the city decides is decided here.
    guard review.level == .county else { return try reject(line, nil, [.notTheCountys()]) }
    if let entry = try records.entries.find(review.entry), !merger.reaches(entry.town) {
      return try reject(line, nil, [.entryOutsideRegion(relay.region)])
    }
    return switch try carrier.take(review) {
    case .taken: answer(line, .accepted)
    case .known: answer(line, .duplicate)
    case .unknownRevision: try reject(line, nil, [.reviewOfNothing()])
    }
  }

  private mutating func store(
    _ prepared: PreparedRevision, as disposition: Disposition, _ line: PreparedRelayLine
  ) throws -> ReceiptItem {
    guard let record = prepared.record, prepared.faults.isEmpty else {
      return try reject(line, prepared, prepared.faults)
    }
    guard try mayCome(record) else {
      return try reject(line, prepared, [.enrolledElsewhere(record.device)])
    }
    if let held = try records.revisions.hash(of: record.device, sequence: record.sequence) {
      guard held == prepared.hash else { return try reject(line, prepared, [.sequenceHeld()]) }
      return answer(line, .duplicate)
    }
    switch try merger.follow(disposition, record, prepared) {
    case .stored(let disposition):
      if (last[record.device]?.sequence ?? 0) < record.sequence {
        last[record.device] = (record.sequence, prepared.hash)
      }
      return answer(line, disposition)
    case .refused(let fault, let counts):
      var refused = prepared
      if !counts { refused.objectCode = "" }
      return try reject(line, refused, [fault])
    }
  }

  private mutating func mayCome(_ record: RevisionRecord) throws -> Bool {
    if let known = isCarried[record.device] { return known }
    let may = try records.relays.carry(
      record.device, of: record.author, by: relay,
      tokenHash: ContentHash.sha256(of: tokens.next(for: .device)), at: now)
    isCarried[record.device] = may
    return may
  }

  private func answer(_ line: PreparedRelayLine, _ disposition: Disposition) -> ReceiptItem {
    ReceiptItem(sequence: line.at, hash: line.hash, disposition: disposition)
  }

  /// Keeps the line verbatim, once; it is judged again whenever it comes again.
  private func reject(
    _ line: PreparedRelayLine, _ prepared: PreparedRevision?, _ faults: [Fault]
  ) throws -> ReceiptItem {
    let record = prepared?.record
    let object = prepared?.objectCode ?? ""
    let kept = UnsafeRawBufferPointer(rebasing: body[prepared?.bytes ?? line.bytes])
    // What was damaged is kept under the hash of what came.
    let hash = prepared?.hash ?? ContentHash.sha256(of: kept)
    if try !records.quarantine.contains(hash, of: relay.id, sequence: line.at) {
      try records.quarantine.add(
        QuarantinedRevision(
          device: relay.id, sequence: line.at, hash: hash, batch: batch,
          link: record.map { RevisionLink(entry: $0.entry, parent: $0.parent) },
          author: record?.author ?? "", form: record?.form ?? "", object: object, faults: faults,
          at: now),
        record: kept)
    }
    try merger.stages.refresh(object, record?.form ?? "")
    return ReceiptItem(
      sequence: line.at, hash: line.hash, disposition: .rejected, faults: faults)
  }
}
