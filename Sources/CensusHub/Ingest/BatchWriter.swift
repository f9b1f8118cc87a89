import CensusAPI
import CensusDomain
import CensusSQLite
import GRDB

/// Stores the revisions of one batch within the caller's transaction.
struct BatchWriter: ~Copyable {
  private let batch: UniqueID
  private let device: DeviceIdentity
  private let body: UnsafeRawBufferPointer
  private let now: Timestamp
  private let merger: EntryMerger
  private let findRevision: HotStatement
  private let findQuarantined: HotStatement
  private let quarantine: HotStatement
  /// The last sequence stored, and its hash.
  private(set) var last: (sequence: Int64, hash: ContentHash?)

  init(
    _ db: Database, batch: UniqueID, device: DeviceIdentity, body: UnsafeRawBufferPointer,
    last: (sequence: Int64, hash: ContentHash?), now: Timestamp, hub: Hub
  ) throws {
    self.batch = batch
    self.device = device
    self.body = body
    self.last = last
    self.now = now
    let merger = try EntryMerger(
      db, device: device, isWholeDistrict: device.region == hub.district, forms: hub.forms,
      body: body, now: now)
    let findRevision = try HotStatement(
      db, "SELECT hash FROM revision WHERE device = ? AND sequence = ?")
    let findQuarantined = try HotStatement(
      db, "SELECT hash, faults FROM quarantine WHERE device = ? AND sequence = ?")
    let quarantine = try HotStatement(
      db,
      """
      INSERT INTO quarantine
        (device, sequence, hash, batch, entry, parent, author, form, objectCode, faults, at, record)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    self.merger = merger
    self.findRevision = findRevision
    self.findQuarantined = findQuarantined
    self.quarantine = quarantine
  }

  /// Stores one revision and says what became of it.
  ///
  /// Every sequence up to the last one is held, as a revision or in quarantine, and none after it;
  /// so a smaller one is a repetition and a larger one leaves a gap.
  mutating func store(_ prepared: PreparedRevision) throws -> ReceiptItem {
    if prepared.sequence <= last.sequence { return try repeated(prepared) }
    guard prepared.sequence == last.sequence + 1 else { throw gap(before: prepared.sequence) }
    last = (prepared.sequence, prepared.hash)
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

  private func repeated(_ prepared: PreparedRevision) throws -> ReceiptItem {
    findRevision.bind(1, device.id)
    findRevision.bind(2, prepared.sequence)
    defer { findRevision.reset() }
    if try findRevision.step() {
      guard findRevision.holds(prepared.hash, in: 0) else { throw reused(prepared.sequence) }
      return ReceiptItem(
        sequence: prepared.sequence, hash: prepared.hash, disposition: .duplicate)
    }
    findQuarantined.bind(1, device.id)
    findQuarantined.bind(2, prepared.sequence)
    defer { findQuarantined.reset() }
    guard try findQuarantined.step(), findQuarantined.holds(prepared.hash, in: 0) else {
      throw reused(prepared.sequence)
    }
    // Said again as it was said first: "duplicate" would sound as if it had been taken.
    return ReceiptItem(
      sequence: prepared.sequence, hash: prepared.hash, disposition: .rejected,
      faults: Fault.decode(text: findQuarantined.text(1)))
  }

  private func reject(_ prepared: PreparedRevision, _ faults: [Fault]) throws -> ReceiptItem {
    // A damaged record may name anything, and another device's is not this one's to count.
    let isOwn = prepared.record?.device == device.id
    let form = prepared.record?.form ?? ""
    let object = isOwn ? prepared.objectCode : ""
    quarantine.bind(1, device.id)
    quarantine.bind(2, prepared.sequence)
    quarantine.bind(3, prepared.hash)
    quarantine.bind(4, batch)
    if let record = prepared.record, isOwn {
      quarantine.bind(5, record.entry)
      quarantine.bind(6, record.parent)
    } else {
      quarantine.bindNull(5)
      quarantine.bindNull(6)
    }
    quarantine.bind(7, prepared.record?.author ?? "")
    quarantine.bind(8, form)
    quarantine.bind(9, object)
    quarantine.bind(10, String(decoding: Fault.encode(faults), as: UTF8.self))
    quarantine.bind(11, now.milliseconds)
    quarantine.bind(12, blobInPlace: UnsafeRawBufferPointer(rebasing: body[prepared.bytes]))
    try quarantine.run()
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
    CensusError(
      .conflict,
      zh: "设备 \(device.id) 的第 \(sequence) 号在中心是另一内容：该设备像是从备份恢复的；整批未接收。",
      en: """
        The central holds another revision as number \(sequence) of the device \(device.id): this \
        device looks restored from a backup; none of the batch was taken in.
        """,
      remedy: LocalizedText(
        zh: "记录都在本机。请用 hazcensus rejoin 让该设备以新身份重新登记。",
        en: "Everything is kept on the device. Let it rejoin with a new identity: hazcensus rejoin."
      ))
  }
}
