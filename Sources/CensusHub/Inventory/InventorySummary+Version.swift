import CensusAPI
import CensusDomain

extension InventorySummary {
  /// What is stored of a version, without its objects; of none before the first.
  init(_ version: InventoryVersion?) {
    guard let version else {
      self.init(
        version: 0, frozenAt: "", reason: "", added: 0, removed: 0, changed: 0, hash: "",
        hazards: [])
      return
    }
    self.init(
      version: version.number, frozenAt: version.frozenAt.iso8601, reason: version.reason,
      added: version.added, removed: version.removed, changed: version.changed,
      hash: version.hash.description, hazards: version.hazards)
  }

  /// Counts by hazard, in the census's order.
  static func counts(_ objects: [InventoryObject]) -> [InventorySummary.HazardCount] {
    var counts: [Hazard: (objects: Int, shouldSurvey: Int)] = [:]
    for object in objects {
      counts[object.hazard, default: (0, 0)].objects += 1
      if object.shouldSurvey { counts[object.hazard, default: (0, 0)].shouldSurvey += 1 }
    }
    return Hazard.allCases.compactMap { hazard in
      counts[hazard].map {
        .init(hazard: hazard, objects: $0.objects, shouldSurvey: $0.shouldSurvey)
      }
    }
  }
}
