import CensusAPI
import CensusDomain
import Foundation
import GRDB

extension DeviceStore {
  /// The version of the inventory that is held here; 0 for none.
  ///
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func inventoryVersion() throws(CensusError) -> Int {
    try read { db in try Int.fetchOne(db, sql: "SELECT inventoryVersion FROM device") ?? 0 }
  }

  /// Takes in one page of a version; the version counts once `isLast` was given.
  ///
  /// Objects of other versions go with the last page, so a cut in the middle loses nothing.
  /// - Throws: ``CensusError`` if the store cannot be written.
  public func take(_ page: InventoryPage, isLast: Bool) throws(CensusError) {
    try write { db in
      for object in page.objects {
        let json = String(decoding: try OperationCoding.encode(object), as: UTF8.self)
        try db.execute(
          sql: """
            INSERT OR REPLACE INTO inventoryObject
              (objectCode, hazard, version, townCode, shouldSurvey, json)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
          arguments: [
            object.objectCode, object.hazard.rawValue, page.version, object.townCode,
            object.shouldSurvey, json,
          ])
      }
      guard isLast else { return }
      try db.execute(
        sql: "DELETE FROM inventoryObject WHERE version <> ?", arguments: [page.version])
      try db.execute(sql: "UPDATE device SET inventoryVersion = ?", arguments: [page.version])
    }
  }

  /// The inventory's object with this code, for a form's hazard.
  ///
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func inventoryObject(
    _ objectCode: String, hazard: Hazard
  ) throws(CensusError) -> InventoryObject? {
    try read { db in
      let json = try Data.fetchOne(
        db,
        sql: """
          SELECT CAST(json AS BLOB) FROM inventoryObject WHERE objectCode = ? AND hazard = ?
          """, arguments: [objectCode, hazard.rawValue])
      return try json.map { try OperationCoding.decode(InventoryObject.self, from: Array($0)) }
    }
  }

  /// All objects of the inventory held here, by code.
  ///
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func inventoryObjects() throws(CensusError) -> [InventoryObject] {
    try read { db in
      try Data.fetchAll(
        db, sql: "SELECT CAST(json AS BLOB) FROM inventoryObject ORDER BY objectCode, hazard"
      ).map { try OperationCoding.decode(InventoryObject.self, from: Array($0)) }
    }
  }
}
