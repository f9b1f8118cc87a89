import CensusAPI
import CensusDomain
import CensusJSON

extension InventoryObject {
  private var formsText: String {
    JSONValue.array(forms.map { JSONValue.string($0) }).encoded
  }

  /// What identifies an object within a version.
  var key: InventoryKey { InventoryKey(objectCode: objectCode, hazard: hazard) }

  /// The hash over all objects in order of their keys.
  static func hash(_ objects: [InventoryObject]) -> ContentHash {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(objects.count * 120)
    for object in objects { object.appendCanonical(to: &bytes) }
    return ContentHash.sha256(of: bytes)
  }

  /// The bytes that the version's hash covers; each text is preceded by its length.
  private func appendCanonical(to bytes: inout [UInt8]) {
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
