import CensusAPI
import CensusDomain
import GRDB

extension Hub {
  /// A page of an inventory version for a device, in order of object code.
  ///
  /// Only objects within `region` are given. All objects of one code come on one page, so a page
  /// can have a few more than `limit`.
  /// - Throws: ``CensusError`` with `notFound` for a version that there is not.
  public func inventoryPage(
    version: Int, after: String, limit: Int = ProtocolLimits.maximumPageCount,
    region: RegionCode? = nil
  ) throws(CensusError) -> InventoryPage {
    let limit = max(1, min(limit, ProtocolLimits.maximumPageCount))
    let range = Caller(name: "", role: .surveyor, region: region).codeRange
    return try fetch { db in
      try InventoryStore.require(db, version: version)
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT * FROM inventoryHistory
          WHERE objectCode > ? AND since <= ? AND (until IS NULL OR until > ?2)
            AND townCode >= ? AND townCode < ?
          ORDER BY objectCode, hazard
          """, arguments: [after, version, range.from, range.below])
      var objects: [InventoryObject] = []
      while let row = try rows.next() {
        let object = try InventoryObject(row)
        if objects.count >= limit, let last = objects.last, last.objectCode != object.objectCode {
          return InventoryPage(version: version, objects: objects, next: last.objectCode)
        }
        objects.append(object)
      }
      return InventoryPage(version: version, objects: objects, next: nil)
    }
  }
}
