import CensusAPI
import CensusDomain
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
  var formsText: String {
    JSONValue.array(forms.map { JSONValue.string($0) }).encoded
  }

  private static func forms(_ text: String) throws -> [String] {
    guard let values = try JSONValue.parse(text).array else { throw Row.damaged("forms") }
    return values.compactMap(\.string)
  }

  /// What identifies an object within a version.
  var key: InventoryKey { InventoryKey(objectCode: objectCode, hazard: hazard) }

  /// The bytes that the version's hash covers; each text is preceded by its length.
  func appendCanonical(to bytes: inout [UInt8]) {
    func part(_ text: String) {
      bytes.append(contentsOf: "\(text.utf8.count):".utf8)
      bytes.append(contentsOf: text.utf8)
    }
    part(objectCode)
    part(hazard.rawValue)
    part(formsText)
    part(name)
    part(townCode)
    part(longitude.map { "\($0)" } ?? "")
    part(latitude.map { "\($0)" } ?? "")
    part(shouldSurvey ? "1" : "0")
    part(excludeReason ?? "")
  }
}

/// What identifies an object within an inventory version.
struct InventoryKey: Hashable, Comparable {
  let objectCode: String
  let hazard: Hazard

  static func < (left: InventoryKey, right: InventoryKey) -> Bool {
    left.objectCode != right.objectCode
      ? left.objectCode.utf8.lexicographicallyPrecedes(right.objectCode.utf8)
      : left.hazard.rawValue < right.hazard.rawValue
  }
}
