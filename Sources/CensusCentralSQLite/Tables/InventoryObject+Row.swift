import CensusAPI
import CensusDomain
import CensusHub
import CensusJSON
import GRDB

extension InventoryObject {
  /// Reads an object from a row of `inventoryHistory`.
  init(_ row: Row) throws {
    self.init(
      objectCode: row["objectCode"], hazard: try row.hazard("hazard"),
      forms: try InventoryObject.forms(row["forms"]), name: row["name"],
      townCode: row["townCode"], longitude: row["longitude"], latitude: row["latitude"],
      shouldSurvey: row["shouldSurvey"], excludeReason: row["excludeReason"])
  }

  /// The forms as they are stored.
  var formsText: String { JSONValue.array(forms.map { JSONValue.string($0) }).encoded }

  private static func forms(_ text: String) throws -> [String] {
    guard let values = try JSONValue.parse(text).array else { throw Row.damaged("forms") }
    return values.compactMap(\.string)
  }
}

extension InventoryVersion {
  /// Reads a row of `inventoryVersion`.
  init(_ row: Row) throws {
    self.init(
      number: row["version"], frozenAt: Timestamp(milliseconds: row["frozenAt"]),
      reason: row["reason"], added: row["added"], removed: row["removed"],
      changed: row["changed"], hash: try row.hash("hash"),
      hazards: try OperationCoding.decode(
        [InventorySummary.HazardCount].self, from: Array((row["hazards"] as String).utf8)))
  }
}
