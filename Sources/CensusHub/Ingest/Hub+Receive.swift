import CensusAPI
import CensusDomain

extension Hub {
  /// The key was used before for another body; the server answers it with 422, not 409.
  ///
  /// Source: draft-ietf-httpapi-idempotency-key-header, section 2.7.
  public static let keyReused = CensusError(
    .conflict, zh: "该批次编号已用于另一内容；整批未接收。",
    en: "The batch's key was used before with another body; none of it was taken in.",
    remedy: LocalizedText(
      zh: "请重新同步，设备会用新的编号。", en: "Sync again; the device will make a new key."))

  /// Takes in a batch and returns its receipt.
  ///
  /// Everything that the batch brings, its trace and its receipt are one transaction. Sending the
  /// same batch again, even at the same moment, gives the same bytes and changes nothing.
  ///
  /// - Parameters:
  ///   - key: the batch's idempotency key.
  ///   - body: the lines, unpacked.
  ///   - device: whose token the request bore.
  /// - Throws: ``CensusError``: `conflict` for ``keyReused``, a gap in the device's order, or an
  ///   order that contradicts what is held; `invalidData` where a line cannot be read at all.
  public func receive(
    batch key: UniqueID, body: [UInt8], from device: DeviceIdentity
  ) throws(CensusError) -> [UInt8] {
    try receive(batch: key, body: body, from: device, evenRevoked: false)
  }

  /// - Parameter evenRevoked: whether a coordinator wants what a withdrawn device recorded.
  func receive(
    batch key: UniqueID, body: [UInt8], from device: DeviceIdentity, evenRevoked: Bool
  ) throws(CensusError) -> [UInt8] {
    guard body.count <= ProtocolLimits.maximumPlainBytes else { throw Hub.bodyTooLarge }
    if device.isRelay { return try receiveRelayed(batch: key, body: body, from: device) }
    return try Hub.withBytes(of: body) { (bytes) throws(CensusError) in
      let reader = BatchReader(device: device, forms: forms, today: clock.now().officeDay)
      // The lines are judged while the storage is busy with another batch and while this one is
      // stored; for a batch that came before they are let go again.
      let lines = try reader.judge(bytes)
      defer { lines.end() }
      let digest = ContentHash.sha256(of: bytes)
      return try commit { records in
        if let receipt = try Hub.receipt(records, key, digest, device.id) { return receipt }
        let sender = try Hub.enrolled(records, device.id, evenRevoked: evenRevoked)
        return try store(records, lines, bytes, key: key, digest: digest, from: sender)
      }
    }
  }

  private func store(
    _ records: any CentralTransaction, _ lines: JudgedLines,
    _ body: UnsafeRawBufferPointer, key: UniqueID, digest: ContentHash,
    from device: EnrolledDevice
  ) throws -> [UInt8] {
    let id = device.identity.id
    let now = clock.now()
    var writer = try BatchWriter(
      records, batch: key, device: device.identity, body: body,
      last: (device.lastSequence, device.lastHash), isRejoined: device.rejoinedFrom != nil,
      now: now, hub: self)
    var items: [ReceiptItem] = []
    items.reserveCapacity(lines.count)
    try lines.forEach { revision in items.append(try writer.store(revision)) }
    try records.devices.advance(id, to: writer.last.sequence, hash: writer.last.hash, at: now)
    let head = try log(
      records, by: device.identity.caller, "batch.received", key.description,
      Hub.tally(items, digest))
    let receipt = Receipt(
      batch: key, device: id, auditHead: head, receivedAt: now, items: items
    ).encoded
    try records.batches.add(
      StoredBatch(device: id, key: key, digest: digest, receipt: receipt, receivedAt: now))
    return receipt
  }

  /// The stored receipt of an earlier arrival of the same batch.
  static func receipt(
    _ records: any CentralTransaction, _ key: UniqueID, _ digest: ContentHash, _ device: UniqueID
  ) throws -> [UInt8]? {
    guard let batch = try records.batches.find(key, of: device) else { return nil }
    guard batch.digest == digest else { throw keyReused }
    return batch.receipt
  }

  /// The counts by disposition and the body's digest, for the audit trail.
  static func tally(_ items: [ReceiptItem], _ digest: ContentHash) -> String {
    var counts: [Disposition: Int] = [:]
    for item in items { counts[item.disposition, default: 0] += 1 }
    let parts = Disposition.allCases.compactMap { disposition in
      counts[disposition].map { "\(disposition.rawValue)=\($0)" }
    }
    return (parts + ["sha-256=\(digest)"]).joined(separator: " ")
  }

  /// Lends the bytes of `body` to a body that throws only ``CensusError``.
  static func withBytes<Result>(
    of body: [UInt8], _ use: (UnsafeRawBufferPointer) throws(CensusError) -> Result
  ) throws(CensusError) -> Result {
    let result = body.withUnsafeBytes { bytes in
      Swift.Result<Result, CensusError> { () throws(CensusError) in try use(bytes) }
    }
    return try result.get()
  }

  private static let bodyTooLarge = CensusError(
    .tooLarge, zh: "批次解开后超过上限 \(ProtocolLimits.maximumPlainBytes) 字节。",
    en: "The batch is over the limit of \(ProtocolLimits.maximumPlainBytes) bytes.",
    remedy: LocalizedText(zh: "请分成更小的批次。", en: "Send smaller batches."))
}
