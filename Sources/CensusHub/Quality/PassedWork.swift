import CensusAPI
import CensusDomain
import CensusReports

/// What a quality sample can be drawn from: the forms of inventory objects that have passed the county.
///
/// Where several entries of an object's form have passed, the one that came furthest stands for it, of such
/// the oldest, as in the counts of completion. An entry without all its files has not passed.
struct PassedWork {
  /// Each unit with what stands for it.
  let objects: [SampleUnit: DrawnObject]

  /// Gathers what has passed of the inventory's version `number` within `region`.
  ///
  /// - Parameter isWanted: leaves out units of which it gives false.
  init(
    _ records: any CentralTransaction, inventory number: Int, within region: RegionCode,
    where isWanted: (SampleUnit) -> Bool
  ) throws {
    let incomplete = try records.attachments.incomplete()
    var best: [SampleUnit.Key: StoredEntry] = [:]
    for standing in [EntryStanding.countyPassed, .cityPassed] {
      for entry in try records.entries.list(EntrySelection(standing: standing), limit: .max)
      where !incomplete.contains(entry.id) {
        let key = SampleUnit.Key(object: entry.object, form: entry.form)
        if let held = best[key], !PassedWork.isBetter(entry, than: held) { continue }
        best[key] = entry
      }
    }
    var objects: [SampleUnit: DrawnObject] = [:]
    for object in try records.inventory.objects(number, within: region) where object.shouldSurvey {
      for form in object.forms {
        let unit = SampleUnit(form: form, town: object.townCode, object: object.objectCode)
        let entry = best[SampleUnit.Key(object: object.objectCode, form: form)]
        guard let entry, isWanted(unit) else { continue }
        objects[unit] = DrawnObject(
          object: object.objectCode, form: form, town: object.townCode, name: object.name,
          entry: entry.id, revision: entry.headHash)
      }
    }
    self.objects = objects
  }

  private static func isBetter(_ entry: StoredEntry, than held: StoredEntry) -> Bool {
    let (stage, other) = (Stage(entry.standing), Stage(held.standing))
    return stage != other ? stage > other : entry.id < held.id
  }
}

extension SampleUnit {
  /// What names a unit within a draw.
  struct Key: Hashable {
    let object: String
    let form: String
  }
}

extension DrawnObject {
  /// What names it within its draw.
  var unit: SampleUnit.Key { SampleUnit.Key(object: object, form: form) }
}
