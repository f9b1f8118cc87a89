import CensusDomain
import Foundation
import GRDB

/// What a surveyor wants to know at a glance.
public struct DeviceStatus: Sendable, Codable {
  /// The device.
  public var device: UniqueID
  /// The district.
  public var district: RegionCode
  /// The surveyor.
  public var surveyor: String
  /// Working copies, those of returned entries included.
  public var drafted: Int
  /// Final revisions that wait to be sent.
  public var ready: Int
  /// Entries that the central has and nobody has reviewed yet.
  public var sent: Int
  /// Entries that passed the county.
  public var accepted: Int
  /// Entries that a reviewer returned.
  public var returned: Int
  /// Entries that the central refused.
  public var rejected: Int
  /// Entries in conflict.
  public var conflicts: Int
  /// The inventory's version held here; 0 for none.
  public var inventoryVersion: Int
  /// When a sync last went through, ISO 8601; nil if never.
  public var lastSyncAt: String?
  /// The central it went to.
  public var central: String?

  /// What to do next, most urgent first; empty where there is nothing.
  public var advice: [LocalizedText] {
    var advice: [LocalizedText] = []
    let mending = returned + rejected
    if mending > 0 {
      advice.append(
        LocalizedText(
          zh: "有 \(mending) 条被退回或拒收：用 entry list --mend 查看，entry edit 修改后再定稿。",
          en:
            "\(mending) returned or rejected: see entry list --mend, mend with entry edit, then finalise."
        ))
    }
    if conflicts > 0 {
      advice.append(
        LocalizedText(
          zh: "有 \(conflicts) 条有冲突：先 sync，再用 conflict list 查看、conflict resolve 处理。",
          en:
            "\(conflicts) in conflict: sync, then see conflict list and decide with conflict resolve."
        ))
    }
    if drafted > 0 {
      advice.append(
        LocalizedText(
          zh: "有 \(drafted) 份草稿：填完后用 entry finalize 定稿。",
          en: "\(drafted) drafts: finalise them with entry finalize when complete."))
    }
    if ready > 0 {
      advice.append(
        LocalizedText(
          zh: "有 \(ready) 条待发送：有网络时运行 sync。",
          en: "\(ready) ready: run sync when there is a network."))
    }
    if lastSyncAt == nil {
      advice.append(
        LocalizedText(
          zh: "尚未同步过：运行 sync 以取得清查底册。", en: "Never synced: run sync to get the inventory."))
    }
    return advice
  }
}

extension DeviceStore {
  /// The device's state of work.
  ///
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func status() throws(CensusError) -> DeviceStatus {
    try read { db in
      var counts: [String: Int] = [:]
      let rows = try Row.fetchCursor(
        db, sql: "SELECT state, count(*) AS n FROM entry GROUP BY state")
      while let row = try rows.next() { counts[row["state"]] = row["n"] }
      let device = try Row.fetchOne(db, sql: "SELECT * FROM device")
      let lastSyncAt: Int64? = device?["lastSyncAt"]
      return DeviceStatus(
        device: identity.device, district: identity.district, surveyor: identity.surveyor,
        drafted: try Int.fetchOne(db, sql: "SELECT count(*) FROM draft") ?? 0,
        ready: try Int.fetchOne(db, sql: "SELECT count(*) FROM outbox") ?? 0,
        sent: counts["sent"] ?? 0, accepted: counts["accepted"] ?? 0,
        returned: counts["returned"] ?? 0, rejected: counts["rejected"] ?? 0,
        conflicts: counts["conflict"] ?? 0, inventoryVersion: device?["inventoryVersion"] ?? 0,
        lastSyncAt: lastSyncAt.map { Timestamp(milliseconds: $0).iso8601 },
        central: device?["central"])
    }
  }
}
