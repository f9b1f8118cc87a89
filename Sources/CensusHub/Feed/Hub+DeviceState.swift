import CensusAPI
import CensusDomain
import CensusSQLite
import Foundation
import GRDB

extension Hub {
  /// What the central holds of `device`, from which the device goes on.
  ///
  /// - Throws: ``CensusError``: `notFound` or `permission` where the device may not sync.
  public func state(of device: DeviceIdentity) throws(CensusError) -> DeviceState {
    try fetch { db in
      let (identity, row) = try Hub.enrolled(db, device.id)
      return DeviceState(
        device: identity.id, surveyor: identity.surveyor, region: identity.region,
        district: district, lastSequence: row["lastSequence"],
        lastHash: (row["lastHash"] as Data?).flatMap { ContentHash(bytes: $0) },
        cursor: try Hub.newestCursor(db), now: clock.now().milliseconds,
        maximumBatchCount: ProtocolLimits.maximumBatchCount,
        maximumBodyBytes: ProtocolLimits.maximumBodyBytes)
    }
  }

  /// What became of the device's revisions after `sequence`, for a device that lost receipts.
  ///
  /// The batch of such a receipt is the identifier of all zeros.
  /// - Throws: ``CensusError``: `notFound` or `permission` where the device may not sync.
  public func receipts(
    of device: DeviceIdentity, after sequence: Int64,
    limit: Int = ProtocolLimits.maximumPageCount
  ) throws(CensusError) -> Receipt {
    try fetch { db in
      _ = try Hub.enrolled(db, device.id)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT sequence, hash, disposition, NULL AS faults FROM revision
            WHERE device = ?1 AND sequence > ?2
          UNION ALL
          SELECT sequence, hash, 'rejected', faults FROM quarantine
            WHERE device = ?1 AND sequence > ?2
          ORDER BY sequence LIMIT ?3
          """,
        arguments: [device.id.data, sequence, max(1, min(limit, ProtocolLimits.maximumBatchCount))])
      var items: [ReceiptItem] = []
      while let row = try rows.next() {
        items.append(
          ReceiptItem(
            sequence: row["sequence"], hash: try row.hash("hash"),
            disposition: Disposition(rawValue: row["disposition"]) ?? .accepted,
            faults: (row["faults"] as String?).map { Fault.decode(text: $0) } ?? []))
      }
      return Receipt(
        batch: UniqueID(high: 0, low: 0), device: device.id,
        auditHead: try AuditTrail.head(db).hash, receivedAt: clock.now(), items: items)
    }
  }
}
