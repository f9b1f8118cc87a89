import CensusAPI
import CensusDomain

extension Hub {
  /// Takes in what a lower central forwards, as ``receive(batch:body:from:)`` does a device's batch.
  ///
  /// Lines may come again and in batches cut otherwise: a revision is known by its device's sequence
  /// and its hash, a review by its identifier.
  func receiveRelayed(
    batch key: UniqueID, body: [UInt8], from relay: DeviceIdentity
  ) throws(CensusError) -> [UInt8] {
    try Hub.withBytes(of: body) { (bytes) throws(CensusError) in
      var reader = RelayReader(relay: relay, forms: forms, today: clock.now().officeDay)
      let lines = try reader.read(bytes)
      let digest = ContentHash.sha256(of: bytes)
      return try commit { records in
        if let receipt = try Hub.receipt(records, key, digest, relay.id) { return receipt }
        return try store(records, lines, bytes, key: key, digest: digest, from: relay.id)
      }
    }
  }

  private func store(
    _ records: any CentralTransaction, _ lines: [PreparedRelayLine],
    _ body: UnsafeRawBufferPointer, key: UniqueID, digest: ContentHash, from id: UniqueID
  ) throws -> [UInt8] {
    let relay = try Hub.enrolled(records, id).identity
    let now = clock.now()
    var writer = RelayWriter(
      records, batch: key, relay: relay, body: body, now: now, hub: self)
    var items: [ReceiptItem] = []
    items.reserveCapacity(lines.count)
    for line in lines { items.append(try writer.store(line)) }
    try writer.finish()
    if let last = lines.last {
      try records.devices.advance(id, to: last.at, hash: last.hash, at: now)
    }
    let head = try log(
      records, by: relay.caller, "relay.received", key.description, Hub.tally(items, digest))
    let receipt = Receipt(
      batch: key, device: id, auditHead: head, receivedAt: now, items: items
    ).encoded
    try records.batches.add(
      StoredBatch(device: id, key: key, digest: digest, receipt: receipt, receivedAt: now))
    return receipt
  }
}
