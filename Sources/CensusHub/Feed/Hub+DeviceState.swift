import CensusAPI
import CensusDomain

extension Hub {
  /// What the central holds of `device`, from which the device goes on.
  ///
  /// - Throws: ``CensusError``: `notFound` or `permission` where the device may not sync.
  public func state(of device: DeviceIdentity) throws(CensusError) -> DeviceState {
    try fetch { records in try state(of: try Hub.enrolled(records, device.id), records) }
  }

  func state(
    of held: EnrolledDevice, _ records: any CentralTransaction
  ) throws -> DeviceState {
    DeviceState(
      device: held.identity.id, surveyor: held.identity.surveyor, region: held.identity.region,
      district: district, lastSequence: held.lastSequence, lastHash: held.lastHash,
      cursor: try records.feed.newestCursor(), now: clock.now().milliseconds,
      maximumBatchCount: ProtocolLimits.maximumBatchCount,
      maximumBodyBytes: ProtocolLimits.maximumBodyBytes)
  }

  /// What became of the device's revisions after `sequence`, for a device that lost receipts.
  ///
  /// The batch of such a receipt is the identifier of all zeros.
  /// - Throws: ``CensusError``: `notFound` or `permission` where the device may not sync.
  public func receipts(
    of device: DeviceIdentity, after sequence: Int64,
    limit: Int = ProtocolLimits.maximumPageCount
  ) throws(CensusError) -> Receipt {
    try fetch { records in
      _ = try Hub.enrolled(records, device.id)
      let items = try records.feed.answers(
        to: device.id, after: sequence, limit: max(1, min(limit, ProtocolLimits.maximumBatchCount)))
      return Receipt(
        batch: UniqueID(high: 0, low: 0), device: device.id,
        auditHead: try records.audit.head(), receivedAt: clock.now(), items: items)
    }
  }
}
