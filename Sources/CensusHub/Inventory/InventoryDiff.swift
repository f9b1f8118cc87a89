import CensusAPI
import CensusDomain

/// What a new inventory version changes against the one before.
struct InventoryDiff {
  private(set) var added: [InventoryObject] = []
  private(set) var removed: [InventoryObject] = []
  /// Objects with other particulars: as they were, and as they are to be.
  private(set) var changed: [(old: InventoryObject, new: InventoryObject)] = []

  /// Compares `new` with `old`; both lists come in order of their keys.
  init(from old: [InventoryObject], to new: [InventoryObject]) {
    var before = old[...]
    for object in new {
      while let first = before.first, first.key < object.key {
        removed.append(before.removeFirst())
      }
      if let first = before.first, first.key == object.key {
        before.removeFirst()
        if first != object { changed.append((first, object)) }
      } else {
        added.append(object)
      }
    }
    removed += before
  }

  /// Whether both versions are the same.
  var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }
}
