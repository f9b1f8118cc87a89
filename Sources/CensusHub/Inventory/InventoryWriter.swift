import CensusAPI
import CensusDomain

/// Writes the difference that a new inventory version makes, within the caller's transaction.
struct InventoryWriter {
  private let version: Int
  private let stages: StageKeeper
  private let inventory: any InventoryRecords
  private let entries: any EntryRecords

  init(_ records: any CentralTransaction, version: Int) {
    self.version = version
    stages = StageKeeper(records)
    inventory = records.inventory
    entries = records.entries
  }

  /// Removes what is gone, adds what is new, replaces what has changed.
  func write(_ diff: InventoryDiff) throws {
    // What changed goes away first and comes back: the new form of one may be the old of another.
    for object in diff.removed + diff.changed.map(\.old) { try remove(object) }
    for object in diff.added + diff.changed.map(\.new) { try add(object) }
  }

  private func remove(_ object: InventoryObject) throws {
    try inventory.retire(object, from: version)
    for form in object.forms {
      try entries.setListed(false, object: object.objectCode, form: form)
    }
  }

  private func add(_ object: InventoryObject) throws {
    try inventory.enter(object, from: version)
    // Entries may have been there before the inventory named their object.
    for form in object.forms {
      try entries.setListed(true, object: object.objectCode, form: form)
      try stages.refresh(object.objectCode, form)
    }
  }
}
