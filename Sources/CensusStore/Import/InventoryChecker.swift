import CensusDomain
import CensusForms
import CensusSQLite
import Foundation
import GRDB

/// Asks the inventory after many objects with one prepared statement.
struct InventoryChecker {
  private let isKept: Bool
  private let find: HotStatement

  init(_ db: Database) throws {
    isKept = try Int.fetchOne(db, sql: "SELECT inventoryVersion FROM device") ?? 0 > 0
    find = try HotStatement(
      db, "SELECT 1 FROM inventoryObject WHERE objectCode = ?1 AND hazard = ?2")
  }

  /// The warning for an object that is not in the inventory; nil while no inventory was pulled.
  func finding(_ objectCode: String, _ hazard: Hazard) throws -> Finding? {
    guard isKept else { return nil }
    find.bind(1, objectCode)
    find.bind(2, hazard.rawValue)
    defer { find.reset() }
    return try find.step() ? nil : DeviceStore.unlisted(objectCode)
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
