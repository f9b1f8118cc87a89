import CensusAPI
import CensusDomain
import CensusReports

/// Where a central's derived state is not what follows from what was received and decided.
///
/// Derived are each entry's standing, each object's stages, the sums of a report and the hashes of the
/// inventory's versions. A sound central has none of these.
public struct DerivedState: Sendable {
  /// Sums that differ from a recount.
  public var differences: [CountDifference] = []
  /// Entries whose standing is not what revisions and reviews make of it.
  public var entries: [UniqueID] = []
  /// Objects of the newest inventory, with a form whose stage or author is not what entries make of it.
  public var stages: [String] = []
  /// Versions of the inventory whose objects do not agree with their hash.
  public var versions: [Int] = []

  /// Works everything out anew within one reading transaction.
  ///
  /// - Throws: what the store said.
  public init(_ records: any CentralTransaction) throws {
    let newest = try records.inventory.newest()
    var objects: [InventoryObject] = []
    for number in stride(from: 1, through: newest, by: 1) {
      objects = try records.inventory.objects(number)
      let version = try records.inventory.find(number)
      if version?.hash != InventoryObject.hash(objects) { versions.append(number) }
    }
    let count = try StageCount(records, at: Timestamp(milliseconds: .max))
    differences = try Hub.differences(records, to: count, of: objects)
    let held = try records.entries.list(EntrySelection(), limit: .max)
    for entry in held where count.entries[entry.id]?.standing != entry.standing {
      entries.append(entry.id)
    }
    let names = Set(held.map(\.id))
    entries += count.entries.keys.filter { !names.contains($0) }
    for object in objects {
      for form in object.forms {
        let place = try records.stages.place(object.objectCode, form: form)
        let (stage, author) = count.stage(of: form, for: object.objectCode)
        guard place?.stage != stage || place?.author != author else { continue }
        stages.append("\(object.objectCode) \(form)")
      }
    }
  }
}
