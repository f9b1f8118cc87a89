import CensusAPI
import CensusDomain

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
    return try fetch { records in
      try Hub.require(version: version, in: records.inventory)
      var objects: [InventoryObject] = []
      var next: String?
      try records.inventory.visit(version, after: after, within: region) { object in
        if objects.count >= limit, let last = objects.last, last.objectCode != object.objectCode {
          next = last.objectCode
          return false
        }
        objects.append(object)
        return true
      }
      return InventoryPage(version: version, objects: objects, next: next)
    }
  }
}
