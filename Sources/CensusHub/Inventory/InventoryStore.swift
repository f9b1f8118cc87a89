import CensusAPI
import CensusDomain
import CensusSQLite
import Foundation
import GRDB

/// Reads and writes inventory versions within the caller's access.
enum InventoryStore {
  /// The newest version's number; 0 before the first.
  static func newest(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT max(version) FROM inventoryVersion") ?? 0
  }

  /// Refuses a version that there is not.
  static func require(_ db: Database, version: Int) throws {
    let newest = try newest(db)
    guard (1...max(1, newest)).contains(version), newest > 0 else {
      throw CensusError(
        .notFound, zh: "没有第 \(version) 版清查底册（最新为第 \(newest) 版）。",
        en: "There is no version \(version) of the inventory; the newest is \(newest).",
        remedy: LocalizedText(
          zh: "用 hazcensus inventory show 查看。", en: "See hazcensus inventory show."))
    }
  }

  /// The objects of `version` in order of their keys.
  static func objects(
    _ db: Database, version: Int, range: (from: String, below: String) = ("", ":")
  ) throws -> [InventoryObject] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT * FROM inventoryHistory
        WHERE since <= ? AND (until IS NULL OR until > ?1) AND townCode >= ? AND townCode < ?
        ORDER BY objectCode, hazard
        """, arguments: [version, range.from, range.below])
    var objects: [InventoryObject] = []
    while let row = try rows.next() { objects.append(try InventoryObject(row)) }
    return objects
  }

  /// Counts by hazard, in the census's order.
  static func counts(_ objects: [InventoryObject]) -> [InventorySummary.HazardCount] {
    var counts: [Hazard: (objects: Int, shouldSurvey: Int)] = [:]
    for object in objects {
      counts[object.hazard, default: (0, 0)].objects += 1
      if object.shouldSurvey { counts[object.hazard, default: (0, 0)].shouldSurvey += 1 }
    }
    return Hazard.allCases.compactMap { hazard in
      counts[hazard].map {
        .init(hazard: hazard, objects: $0.objects, shouldSurvey: $0.shouldSurvey)
      }
    }
  }

  /// The hash over all objects in order of their keys.
  static func hash(_ objects: [InventoryObject]) -> ContentHash {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(objects.count * 120)
    for object in objects { object.appendCanonical(to: &bytes) }
    return ContentHash.sha256(of: bytes)
  }

  /// What is stored of `version`, without its objects.
  static func summary(_ db: Database, version: Int) throws -> InventorySummary {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT * FROM inventoryVersion WHERE version = ?", arguments: [version])
    else {
      return InventorySummary(
        version: 0, frozenAt: "", reason: "", added: 0, removed: 0, changed: 0, hash: "",
        hazards: [])
    }
    return InventorySummary(
      version: version, frozenAt: row.moment("frozenAt"), reason: row["reason"],
      added: row["added"], removed: row["removed"], changed: row["changed"],
      hash: try row.hash("hash").description,
      hazards: try OperationCoding.decode(
        [InventorySummary.HazardCount].self, from: Array((row["hazards"] as String).utf8)))
  }
}
