import CensusDomain

/// What the users of a simulated world were told, in plain dictionaries.
struct Oracle {
  /// A revision that a device said is final.
  struct Revision {
    let entry: UniqueID
    let slot: Int
    let sequence: Int64
    let content: SimulatedContent
    /// The device made it by itself, out of two others.
    var isMerge = false
  }

  /// Entries in the order of their birth, which gives them names that no clock changes.
  private(set) var entries: [UniqueID: Int] = [:]
  /// Every final revision that was ever made.
  private(set) var revisions: [ContentHash: Revision] = [:]
  /// Those that were made on a disk that was replaced by an old copy of itself.
  var forgotten: Set<ContentHash> = []
  /// The objects of the newest inventory that should be surveyed.
  var inventory: Set<String> = []
  /// How many versions of the inventory there were.
  var inventoryVersions = 0

  /// The entry's number in the order of birth; a new one for an entry not seen before.
  mutating func label(_ entry: UniqueID) -> Int {
    if let label = entries[entry] { return label }
    entries[entry] = entries.count
    return entries.count - 1
  }

  mutating func finalized(_ hash: ContentHash, _ revision: Revision) {
    _ = label(revision.entry)
    revisions[hash] = revision
  }
}

/// What a device's user remembers of it; goes back in time with a restored copy.
struct DeviceMemory {
  /// The working copies.
  var drafts: [UniqueID: SimulatedContent] = [:]
  /// The final revisions in order, so that the place is the sequence less one.
  var finals: [ContentHash] = []
}
