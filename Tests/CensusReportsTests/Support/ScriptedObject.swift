import CensusDomain
import CensusReports

/// An object of a scripted census as it stands on one day.
struct ScriptedObject: Hashable {
  let id: Int
  var hazard: Hazard
  var town: String
  var surveyor = ""
  /// Whether the inventory lists it as to be surveyed.
  var isListed: Bool
  var stage = Stage.none
  /// Whether an entry of it stands returned; it is at `recorded` then, and self-checked.
  var isReturned = false

  var isDone: Bool { stage >= .countyPassed }
  var isSelfChecked: Bool { stage >= .received || isReturned }
}
