import CensusDomain
import CensusForms
import CensusSQLite
import Foundation
import GRDB

/// Asks the inventory after an entry's object and the table of region codes after its township, for one
/// entry or for many.
struct InventoryChecker {
  private let isKept: Bool
  private let find: HotStatement
  private let regions: RegionTable

  init(_ db: Database, _ regions: RegionTable) throws {
    self.regions = regions
    isKept = try Int.fetchOne(db, sql: "SELECT inventoryVersion FROM device") ?? 0 > 0
    find = try HotStatement(
      db, "SELECT townCode FROM inventoryObject WHERE objectCode = ?1 AND hazard = ?2")
  }

  /// The warnings for an object that is not in the inventory or is in it for another township, and for a
  /// township's code that the device's edition of the codes does not have.
  ///
  /// Of a township that is the inventory's own nothing is said: whoever froze the inventory chose it.
  func findings(_ content: EntryContent, _ subject: FormSubject) throws -> [Finding] {
    var findings: [Finding] = []
    // Evidence is about no object of the inventory, and what is being listed is not in it yet.
    if isKept, let hazard = subject.hazard {
      switch try town(of: content.objectCode, hazard) {
      case nil: findings.append(InventoryChecker.unlisted(content.objectCode))
      case content.townCode: return []
      case let town?: findings.append(InventoryChecker.elsewhere(content, town))
      }
    }
    if let finding = regions.finding(townCode: content.townCode) { findings.append(finding) }
    return findings
  }

  private func town(of objectCode: String, _ hazard: Hazard) throws -> String? {
    find.bind(1, objectCode)
    find.bind(2, hazard.rawValue)
    defer { find.reset() }
    return try find.step() ? find.text(0) : nil
  }

  private static func unlisted(_ objectCode: String) -> Finding {
    Finding(
      pointer: "/objectCode", rule: "objectInInventory", level: .warning,
      message: LocalizedText(
        zh: "清查底册中没有对象 \(objectCode)；请核对编码，确属新发现的请说明理由。",
        en: """
          The inventory has no object \(objectCode); check the code, or give the reason if it is new.
          """))
  }

  private static func elsewhere(_ content: EntryContent, _ town: String) -> Finding {
    Finding(
      pointer: "/townCode", rule: "townOfInventory", level: .warning,
      message: LocalizedText(
        zh: "清查底册中对象 \(content.objectCode) 属于乡镇 \(town)，此处为 \(content.townCode)；请核对，或说明理由。",
        en: """
          In the inventory the object \(content.objectCode) is in the township \(town), here in \
          \(content.townCode); check it, or give the reason.
          """))
  }
}

extension DeviceStore {
  /// Whether an entry's working copy or last final revision has exactly this content.
  func holds(_ db: Database, _ id: UniqueID, _ content: [UInt8]) throws -> Bool {
    let hasHead = try Int64.fetchOne(
      db, sql: "SELECT head FROM entry WHERE entry = ?", arguments: [Data(id.bytes)])
    guard hasHead != nil else { return false }
    return try headContent(db, id) == content
  }
}
