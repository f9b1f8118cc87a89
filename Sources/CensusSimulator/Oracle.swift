import CensusDomain

/// What the users of a simulated world were told, in plain dictionaries.
struct Oracle {
  /// A revision that a device said is final.
  struct Revision {
    let entry: UniqueID
    let slot: Int
    let device: UniqueID
    let sequence: Int64
    let content: SimulatedContent
    /// The device made it by itself, out of two others.
    var isMerge = false
  }

  /// As whom a device is known to the central.
  struct Identity {
    /// A name that no clock changes.
    let name: String
    let surveyor: String
    let region: RegionCode
    /// The sequence after which its numbering begins.
    let startsAfter: Int64
    /// The token that the central knows; nil while it was withdrawn.
    var token: String?
  }

  /// Entries in the order of their birth, which gives them names that no clock changes.
  private(set) var entries: [UniqueID: Int] = [:]
  /// Every final revision that was ever made.
  private(set) var revisions: [ContentHash: Revision] = [:]
  /// Those that were made on a disk that was replaced by an old copy of itself.
  var forgotten: Set<ContentHash> = []
  /// What became of those that a device made anew under another identity.
  var remade: [ContentHash: ContentHash] = [:]
  /// Every identity that a device ever had.
  private(set) var identities: [UniqueID: Identity] = [:]
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

  /// Notes an identity of a device, or a further token of a known one.
  mutating func identified(
    _ id: UniqueID, of device: SimulatedDevice, startsAfter: Int64 = 0, token: String?
  ) {
    if identities[id] == nil {
      let earlier = identities.values.count { $0.name.prefix { $0 != "'" } == "\(device.slot)" }
      identities[id] = Identity(
        name: "\(device.slot)" + String(repeating: "'", count: earlier),
        surveyor: device.surveyor, region: device.region, startsAfter: startsAfter, token: token)
    } else {
      identities[id]?.token = token
    }
  }

  /// Notes a further token of a known identity; nil while it is withdrawn.
  mutating func renewed(_ id: UniqueID, token: String?) { identities[id]?.token = token }

  /// The revision that a device's user means by `hash` today.
  func newest(_ hash: ContentHash) -> ContentHash {
    var newest = hash
    while let next = remade[newest] { newest = next }
    return newest
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

  func has(_ hash: ContentHash) -> Bool { finals.contains(hash) }
}
