import CensusAPI
import CensusDomain
import CensusReports

/// Compares the inventory's objects at the ends of two days, object by object.
struct ProgressComparison {
  /// An object that stands otherwise than before.
  struct Changed {
    let kind: ProgressChange.Kind
    let object: InventoryObject
  }

  private struct Key: Hashable {
    let code: String
    let hazard: Hazard
  }

  /// One of the two ends.
  private struct End {
    let count: StageCount
    let objects: [Key: InventoryObject]

    init(_ records: any CentralTransaction, at moment: Timestamp, applicable: Set<Hazard>) throws {
      count = try StageCount(records, at: moment)
      var objects: [Key: InventoryObject] = [:]
      for object in try records.inventory.objects(try records.inventory.newest(upTo: moment))
      where object.shouldSurvey && applicable.contains(object.hazard) {
        objects[Key(code: object.objectCode, hazard: object.hazard)] = object
      }
      self.objects = objects
    }

    func isDone(_ object: InventoryObject) -> Bool {
      count.stage(of: object).stage >= .countyPassed
    }
  }

  /// The objects that changed, by code and hazard.
  let changed: [Changed]

  /// Compares what stood at `previous` with what stands at `moment`.
  ///
  /// - Throws: what the store said.
  init(
    _ records: any CentralTransaction, from previous: Timestamp, to moment: Timestamp,
    applicable: [Hazard]
  ) throws {
    let hazards = Set(applicable)
    let before = try End(records, at: previous, applicable: hazards)
    let after = try End(records, at: moment, applicable: hazards)
    var changed: [Changed] = []
    for (key, object) in after.objects {
      guard let former = before.objects[key], former.townCode == object.townCode else {
        changed.append(
          Changed(kind: after.isDone(object) ? .listedDone : .listed, object: object))
        continue
      }
      switch (before.isDone(former), after.isDone(object)) {
      case (false, true): changed.append(Changed(kind: .passed, object: object))
      case (true, false):
        let isReturned = after.count.isReturned(object)
        changed.append(Changed(kind: isReturned ? .returned : .reopened, object: object))
      default: continue
      }
    }
    for (key, object) in before.objects
    where after.objects[key]?.townCode != object.townCode {
      changed.append(
        Changed(kind: before.isDone(object) ? .delistedDone : .delisted, object: object))
    }
    self.changed = changed.sorted {
      ($0.object.objectCode, $0.object.hazard.rawValue, $0.kind.rawValue)
        < ($1.object.objectCode, $1.object.hazard.rawValue, $1.kind.rawValue)
    }
  }

  /// The numbers by kind, hazard and township.
  var counts: [ProgressChange] {
    struct Place: Hashable {
      let kind: ProgressChange.Kind
      let hazard: Hazard
      let town: String
    }
    var counts: [Place: Int] = [:]
    for each in changed {
      counts[
        Place(kind: each.kind, hazard: each.object.hazard, town: each.object.townCode), default: 0] +=
        1
    }
    return counts.map { place, count in
      ProgressChange(kind: place.kind, hazard: place.hazard, town: place.town, count: count)
    }.sorted {
      ($0.hazard.rawValue, $0.town, $0.kind.rawValue)
        < ($1.hazard.rawValue, $1.town, $1.kind.rawValue)
    }
  }
}
