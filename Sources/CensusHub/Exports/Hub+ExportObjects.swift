import CensusAPI
import CensusDomain

extension Hub {
  /// A page of the current inventory's objects with their stages, entries and geometries.
  ///
  /// Only objects within the caller's region are given. A page ends early where the geometries on it
  /// grow long, so that no answer is larger than a client takes.
  func exportObjects(_ query: ExportQuery, by caller: Caller) throws(CensusError) -> ExportPage {
    try caller.require(.coordinate)
    let limit = max(1, min(query.limit, ProtocolLimits.maximumPageCount))
    let region = caller.region.map { district.contains($0) ? $0 : district } ?? district
    return try fetch { records in
      let number = try records.inventory.newest()
      guard let version = try records.inventory.find(number) else { throw Hub.nothingToExport }
      guard query.version == nil || query.version == number else {
        throw Hub.inventoryMoved(to: number)
      }
      let reader = EntryExporter(records, forms: forms)
      let towns = try records.settings.townNames()
      var page = ExportPage(
        region: region, districtName: districtName, version: number,
        frozenAt: version.frozenAt.iso8601, snapshot: try records.audit.head(),
        stateAt: try records.audit.newestTime().milliseconds,
        total: try records.exports.count(within: caller.region, hazard: query.hazard),
        objects: [], next: nil)
      var bytes = 0
      try records.exports.visit(
        after: query.after, within: caller.region, hazard: query.hazard
      ) { found in
        if page.objects.count >= limit || bytes >= Hub.mostGeometry,
          let last = page.objects.last?.object
        {
          page.next = ExportPlace(objectCode: last.objectCode, hazard: last.hazard)
          return false
        }
        let entries = try reader.entries(of: found.object)
        bytes += entries.reduce(0) { $0 + ($1.geometry?.utf8.count ?? 0) }
        page.objects.append(
          ExportedObject(
            object: found.object, townName: towns[found.object.townCode],
            stage: found.stage.code, surveyor: found.author, entries: entries))
        return true
      }
      return page
    }
  }

  /// From how many bytes of geometry on a page ends; one entry more has 1 MiB at most.
  private static let mostGeometry = 4 * 1024 * 1024

  private static var nothingToExport: CensusError {
    CensusError(
      .notFound, zh: "中心还没有清查底册，没有可导出的对象。",
      en: "The central has no inventory yet, so there are no objects to export.",
      remedy: LocalizedText(
        zh: "先用 hazcensus plan import 导入清查底册。",
        en: "Bring in an inventory with hazcensus plan import first."))
  }

  private static func inventoryMoved(to number: Int) -> CensusError {
    CensusError(
      .conflict, zh: "导出期间清查底册换成了第 \(number) 版，前后各页对不上。",
      en:
        "The inventory became version \(number) during the export, so its pages do not fit together.",
      remedy: LocalizedText(zh: "重新导出。", en: "Begin the export again."))
  }
}
