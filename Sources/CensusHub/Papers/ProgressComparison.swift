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
    let earlier = try records.inventory.newest(upTo: previous)
    let present = try records.inventory.newest(upTo: moment)
    var work = try TouchedWork(records, from: previous, to: moment)
    let codes = work.codes.union(
      try records.periods.codesChanged(from: earlier, to: present))
    var changed: [Changed] = []
    for code in codes {
      func listed(_ version: Int) throws -> [Hazard: InventoryObject] {
        let objects = version > 0 ? try records.periods.objects(code, in: version) : []
        return Dictionary(
          objects.filter { $0.shouldSurvey && hazards.contains($0.hazard) }.map { ($0.hazard, $0) },
          uniquingKeysWith: { first, _ in first })
      }
      let (before, after) = (try listed(earlier), try listed(present))
      for (hazard, object) in after {
        let standing = try work.standing(of: object)
        let isDone = standing.after >= .countyPassed
        guard let known = before[hazard], known.townCode == object.townCode else {
          changed.append(Changed(kind: isDone ? .listedDone : .listed, object: object))
          continue
        }
        // Most objects are asked the same forms at both ends, and one look tells both.
        let former = known.forms == object.forms ? standing : try work.standing(of: known)
        let wasDone = former.before >= .countyPassed
        if !wasDone, isDone {
          changed.append(Changed(kind: .passed, object: object))
        } else if wasDone, !isDone {
          changed.append(
            Changed(kind: standing.isReturned ? .returned : .reopened, object: object))
        }
      }
      for (hazard, object) in before where after[hazard]?.townCode != object.townCode {
        let wasDone = try work.standing(of: object).before >= .countyPassed
        changed.append(Changed(kind: wasDone ? .delistedDone : .delisted, object: object))
      }
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
