import CensusAPI
import CensusDomain
import Foundation
import GRDB

extension Hub {
  /// Freezes a whole inventory as the next version, or only compares it.
  func importInventory(
    _ request: InventoryImport, by caller: Caller
  ) throws(CensusError) -> InventorySummary {
    try caller.require(.coordinate)
    try caller.require(reaching: district)
    try InventoryCheck(district: district, forms: forms).require(request.objects)
    let objects = request.objects.sorted { $0.key < $1.key }
    let reason = request.reason.trimmingCharacters(in: .whitespacesAndNewlines)
    let hash = InventoryStore.hash(objects)
    if request.isTrial {
      return try fetch { db in
        let version = try InventoryStore.newest(db)
        let diff = InventoryDiff(
          from: try InventoryStore.objects(db, version: version), to: objects)
        return summary(version + 1, reason, diff, hash, objects)
      }
    }
    return try commit { db in
      let version = try InventoryStore.newest(db)
      guard version == 0 || !reason.isEmpty else { throw Hub.reasonMissing }
      let diff = InventoryDiff(from: try InventoryStore.objects(db, version: version), to: objects)
      guard version == 0 || !diff.isEmpty else { throw Hub.nothingNew(version) }
      let summary = summary(version + 1, reason, diff, hash, objects)
      try freeze(db, summary, hash)
      try InventoryWriter(db, version: version + 1).write(diff)
      try log(
        db, by: caller, "inventory.frozen", String(version + 1),
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
      hazards: InventoryStore.counts(objects))
  }

  private func freeze(_ db: Database, _ summary: InventorySummary, _ hash: ContentHash) throws {
    let hazards = try OperationCoding.encode(summary.hazards)
    try db.execute(
      sql: """
        INSERT INTO inventoryVersion (
          version, cursor, frozenAt, reason, added, removed, changed, hazards, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        summary.version, try Hub.newestCursor(db) + 1, clock.now().milliseconds, summary.reason,
        summary.added, summary.removed, summary.changed, String(decoding: hazards, as: UTF8.self),
        Data(hash.bytes),
      ])
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
    return try fetch { db in
      if let version = query.version { try InventoryStore.require(db, version: version) }
      let version = try query.version ?? InventoryStore.newest(db)
      var summary = try InventoryStore.summary(db, version: version)
      if query.withObjects {
        summary.objects = try InventoryStore.objects(
          db, version: version, range: caller.codeRange)
      }
      return summary
    }
  }
}
