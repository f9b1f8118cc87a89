import CensusAPI
import CensusDomain
import Foundation

extension Hub {
  /// Freezes a whole inventory as the next version, or only compares it.
  func importInventory(
    _ request: InventoryImport, by caller: Caller
  ) throws(CensusError) -> InventorySummary {
    try caller.require(.coordinate)
    try caller.require(reaching: district)
    let towns = try fetch { records in Set(try records.settings.townNames().keys) }
    try InventoryCheck(district: district, forms: forms, towns: towns).require(request.objects)
    let objects = request.objects.sorted { $0.key < $1.key }
    let reason = request.reason.trimmingCharacters(in: .whitespacesAndNewlines)
    let hash = InventoryObject.hash(objects)
    if request.isTrial {
      return try fetch { records in
        let version = try records.inventory.newest()
        let diff = InventoryDiff(from: try records.inventory.objects(version), to: objects)
        return summary(version + 1, reason, diff, hash, objects)
      }
    }
    return try commit { records in
      let version = try records.inventory.newest()
      guard version == 0 || !reason.isEmpty else { throw Hub.reasonMissing }
      let diff = InventoryDiff(from: try records.inventory.objects(version), to: objects)
      guard version == 0 || !diff.isEmpty else { throw Hub.nothingNew(version) }
      let summary = summary(version + 1, reason, diff, hash, objects)
      try freeze(records, summary, hash)
      try InventoryWriter(records, version: version + 1).write(diff)
      try log(
        records, by: caller, "inventory.frozen", String(version + 1),
        "added=\(summary.added) removed=\(summary.removed) changed=\(summary.changed) "
          + "sha-256=\(summary.hash) \(reason)")
      return summary
    }
  }

  private func summary(
    _ version: Int, _ reason: String, _ diff: InventoryDiff, _ hash: ContentHash,
    _ objects: [InventoryObject]
  ) -> InventorySummary {
    InventorySummary(
      version: version, frozenAt: clock.now().iso8601, reason: reason, added: diff.added.count,
      removed: diff.removed.count, changed: diff.changed.count, hash: hash.description,
      hazards: InventorySummary.counts(objects))
  }

  private func freeze(
    _ records: any CentralTransaction, _ summary: InventorySummary, _ hash: ContentHash
  ) throws {
    _ = try records.inventory.add(
      InventoryVersion(
        number: summary.version, frozenAt: clock.now(), reason: summary.reason,
        added: summary.added, removed: summary.removed, changed: summary.changed, hash: hash,
        hazards: summary.hazards))
  }

  private static let reasonMissing = CensusError(
    .invalidData, zh: "修改已冻结的清查底册必须写明原因；未作任何改动。",
    en: "A frozen inventory changes only for a stated reason; nothing was changed.",
    remedy: LocalizedText(zh: "请加上 --reason。", en: "Add --reason."))

  private static func nothingNew(_ version: Int) -> CensusError {
    CensusError(
      .conflict, zh: "与第 \(version) 版清查底册完全相同，未建新版。",
      en: "This is word for word version \(version) of the inventory; no new version was made.",
      remedy: LocalizedText(zh: "无需再导入。", en: "There is nothing to import."))
  }

  /// Tells of an inventory version, with its objects where they are asked for.
  func showInventory(
    _ query: InventoryQuery, by caller: Caller
  ) throws(CensusError) -> InventorySummary {
    try caller.require(.readReports)
    return try fetch { records in
      let inventory = records.inventory
      if let version = query.version { try Hub.require(version: version, in: inventory) }
      let version = try query.version ?? inventory.newest()
      var summary = InventorySummary(try inventory.find(version))
      if query.withObjects {
        summary.objects = try inventory.objects(version, within: caller.region)
      }
      return summary
    }
  }

  /// Refuses a version that there is not.
  static func require(version: Int, in inventory: any InventoryRecords) throws {
    let newest = try inventory.newest()
    guard (1...max(1, newest)).contains(version), newest > 0 else {
      throw CensusError(
        .notFound, zh: "没有第 \(version) 版清查底册（最新为第 \(newest) 版）。",
        en: "There is no version \(version) of the inventory; the newest is \(newest).",
        remedy: LocalizedText(
          zh: "用 hazcensus plan show 查看。", en: "See hazcensus plan show."))
    }
  }
}
