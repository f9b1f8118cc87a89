import CensusAPI
import CensusDomain

/// Stores the revisions of one batch within the caller's transaction.
struct BatchWriter {
  private let batch: UniqueID
  private let device: DeviceIdentity
  private let body: UnsafeRawBufferPointer
  private let now: Timestamp
  private let merger: EntryMerger
  private let revisions: any RevisionRecords
  private let quarantine: any QuarantineRecords
  /// The last sequence stored, and its hash.
  private(set) var last: (sequence: Int64, hash: ContentHash?)
  /// The newest sequence that is held; after a salvage there are gaps before it.
  private let heldThrough: Int64

  init(
    _ records: any CentralTransaction, batch: UniqueID, device: DeviceIdentity,
    body: UnsafeRawBufferPointer, last: (sequence: Int64, hash: ContentHash?), isRejoined: Bool,
    now: Timestamp, hub: Hub
  ) throws {
    self.batch = batch
    self.device = device
    self.body = body
    self.last = last
    self.now = now
    merger = EntryMerger(
      records, device: device, isWholeDistrict: device.region == hub.district,
      isRejoined: isRejoined, forms: hub.forms, body: body, folder: hub.folder, now: now)
    revisions = records.revisions
    quarantine = records.quarantine
    heldThrough = try revisions.newestSequence(of: device.id)
  }

  /// Stores one revision and says what became of it.
  ///
  /// Every sequence up to the last one is held, as a revision or in quarantine, so a smaller one is a
  /// repetition and a larger one leaves a gap. None is held after it, but in a central that was rebuilt.
  mutating func store(_ prepared: PreparedRevision) throws -> ReceiptItem {
    if prepared.sequence <= last.sequence { return try repeated(prepared) }
    guard prepared.sequence == last.sequence + 1 else { throw gap(before: prepared.sequence) }
    last = (prepared.sequence, prepared.hash)
    if prepared.sequence <= heldThrough, try isHeld(prepared.sequence) {
      return try repeated(prepared)
    }
    guard let record = prepared.record, prepared.faults.isEmpty else {
      return try reject(prepared, prepared.faults)
    }
    switch try merger.merge(record, prepared) {
    case .stored(let disposition):
      return ReceiptItem(
        sequence: prepared.sequence, hash: prepared.hash, disposition: disposition)
    case .refused(let fault, let counts):
      var refused = prepared
      if !counts { refused.objectCode = "" }
      return try reject(refused, [fault])
    }
  }

  private func isHeld(_ sequence: Int64) throws -> Bool {
    if try revisions.hash(of: device.id, sequence: sequence) != nil { return true }
    return try quarantine.find(device.id, sequence: sequence) != nil
  }

  private func repeated(_ prepared: PreparedRevision) throws -> ReceiptItem {
    if let hash = try revisions.hash(of: device.id, sequence: prepared.sequence) {
      guard hash == prepared.hash else { throw reused(prepared.sequence) }
      return ReceiptItem(
        sequence: prepared.sequence, hash: prepared.hash, disposition: .duplicate)
    }
    let rejected = try quarantine.find(device.id, sequence: prepared.sequence)
    guard let rejected, rejected.hash == prepared.hash else { throw reused(prepared.sequence) }
    // Said again as it was said first: "duplicate" would sound as if it had been taken.
    return ReceiptItem(
      sequence: prepared.sequence, hash: prepared.hash, disposition: .rejected,
      faults: rejected.faults)
  }

  private func reject(_ prepared: PreparedRevision, _ faults: [Fault]) throws -> ReceiptItem {
    // A damaged record may name anything, and another device's is not this one's to count.
    let own = prepared.record.flatMap { $0.device == device.id ? $0 : nil }
    let form = prepared.record?.form ?? ""
    let object = own == nil ? "" : prepared.objectCode
    try quarantine.add(
      QuarantinedRevision(
        device: device.id, sequence: prepared.sequence, hash: prepared.hash, batch: batch,
        link: own.map { RevisionLink(entry: $0.entry, parent: $0.parent) } ?? prepared.link,
        author: prepared.record?.author ?? "", form: form, object: object, faults: faults,
        at: now),
      record: UnsafeRawBufferPointer(rebasing: body[prepared.bytes]))
    try merger.stages.refresh(object, form)
    return ReceiptItem(
      sequence: prepared.sequence, hash: prepared.hash, disposition: .rejected, faults: faults)
  }

  private func gap(before sequence: Int64) -> CensusError {
    CensusError(
      .conflict,
      zh: "设备 \(device.id) 的下一条应为第 \(last.sequence + 1) 号，收到第 \(sequence) 号；整批未接收。",
      en: """
        Of the device \(device.id) number \(last.sequence + 1) is next, but number \(sequence) came; \
        none of the batch was taken in.
        """,
      remedy: LocalizedText(
        zh: "请重新同步：先查询中心已有的序号，再从下一号发起。",
        en: "Sync again: ask what the central holds and go on from the next number."))
  }

  private func reused(_ sequence: Int64) -> CensusError {
    .restoredDevice(device.id, at: sequence)
  }
}
