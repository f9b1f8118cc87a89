import CensusAPI
import CensusDomain

/// What a version of the inventory added to the objects to be surveyed and took away from them.
struct InventoryDifference {
  /// Objects to be surveyed that the version before had not, by code and hazard.
  let added: [InventoryKey]
  /// Objects that it has no more, by code and hazard.
  let removed: [InventoryKey]

  /// Compares the version `number` with the one before it, of which the first has none.
  ///
  /// - Throws: what the store said.
  init(_ records: any CentralTransaction, of number: Int) throws {
    func wanted(_ objects: [InventoryObject]) -> Set<InventoryKey> {
      Set(objects.filter(\.shouldSurvey).map(\.key))
    }
    guard number > 1 else {
      added = wanted(try records.inventory.objects(number)).sorted()
      removed = []
      return
    }
    var added: Set<InventoryKey> = []
    var removed: Set<InventoryKey> = []
    for code in try records.periods.codesChanged(from: number - 1, to: number) {
      let now = wanted(try records.periods.objects(code, in: number))
      let before = wanted(try records.periods.objects(code, in: number - 1))
      added.formUnion(now.subtracting(before))
      removed.formUnion(before.subtracting(now))
    }
    self.added = added.sorted()
    self.removed = removed.sorted()
  }
}
