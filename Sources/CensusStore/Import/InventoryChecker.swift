import CensusDomain
import CensusForms
import CensusSQLite
import Foundation
import GRDB

/// Asks the inventory after an entry's object, for one entry or for many.
struct InventoryChecker {
  private let isKept: Bool
  private let find: HotStatement

  init(_ db: Database) throws {
    isKept = try Int.fetchOne(db, sql: "SELECT inventoryVersion FROM device") ?? 0 > 0
    find = try HotStatement(
      db, "SELECT townCode FROM inventoryObject WHERE objectCode = ?1 AND hazard = ?2")
  }

  /// The warning for an object that is not in the inventory, or is in it for another township; nil
  /// where all is well, and while no inventory was pulled.
  func finding(_ content: EntryContent, _ subject: FormSubject) throws -> Finding? {
    // Evidence is about no object of the inventory, and what is being listed is not in it yet.
    guard isKept, let hazard = subject.hazard else { return nil }
    find.bind(1, content.objectCode)
    find.bind(2, hazard.rawValue)
    defer { find.reset() }
    guard try find.step() else { return InventoryChecker.unlisted(content.objectCode) }
    let town = find.text(0)
    return town == content.townCode ? nil : InventoryChecker.elsewhere(content, town)
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
