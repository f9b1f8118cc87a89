import CensusDomain

/// Which page of the inventory's objects is wanted, with what is known of each.
public struct ExportQuery: Sendable, Codable {
  /// Only objects of this hazard.
  public var hazard: Hazard?
  /// The version of the inventory that the pages before were of; nil for the first page.
  public var version: Int?
  /// The last object of the page before; nil for the first page.
  public var after: ExportPlace?
  /// At most so many objects.
  public var limit: Int

  /// Makes a query.
  public init(
    hazard: Hazard? = nil, version: Int? = nil, after: ExportPlace? = nil,
    limit: Int = ProtocolLimits.maximumPageCount
  ) {
    self.hazard = hazard
    self.version = version
    self.after = after
    self.limit = limit
  }
}

/// An object of the inventory by its key, after which a page goes on.
public struct ExportPlace: Sendable, Codable, Hashable {
  /// The object's code.
  public var objectCode: String
  /// The hazard that it is surveyed for.
  public var hazard: Hazard

  /// Names an object.
  public init(objectCode: String, hazard: Hazard) {
    self.objectCode = objectCode
    self.hazard = hazard
  }
}

/// A form's entry for an object of the inventory, as its standing revision has it.
public struct ExportedEntry: Sendable, Codable, Hashable {
  /// The entry.
  public var entry: UniqueID
  /// Its form.
  public var form: String
  /// The standing revision's number within the entry.
  public var number: Int
  /// Where the entry stands.
  public var standing: EntryStanding
  /// Who filled the standing revision.
  public var author: String
  /// When it was made, by the device's clock, milliseconds since 1970; nil where it is damaged.
  public var recordedAt: Int64?
  /// When it came in, milliseconds since 1970.
  public var receivedAt: Int64
  /// When it was last reviewed, milliseconds since 1970.
  public var reviewedAt: Int64?
  /// The geometry that it records, as GeoJSON; nil where it has none.
  public var geometry: String?
  /// Whether the central's record no longer agrees with its hash, so that nothing of it is given.
  public var isDamaged: Bool

  /// Describes an entry.
  public init(
    entry: UniqueID, form: String, number: Int, standing: EntryStanding, author: String,
    recordedAt: Int64?, receivedAt: Int64, reviewedAt: Int64?, geometry: String?,
    isDamaged: Bool
  ) {
    self.entry = entry
    self.form = form
    self.number = number
    self.standing = standing
    self.author = author
    self.recordedAt = recordedAt
    self.receivedAt = receivedAt
    self.reviewedAt = reviewedAt
    self.geometry = geometry
    self.isDamaged = isDamaged
  }
}

/// An object of the inventory with how far it has come.
public struct ExportedObject: Sendable, Codable, Hashable {
  /// The object as the inventory has it.
  public var object: InventoryObject
  /// The township's name, where the central knows it.
  public var townName: String?
  /// The name of the stage that the object has reached.
  public var stage: String
  /// Who brought it there; empty where nothing is known of it.
  public var surveyor: String
  /// The entries of the forms that it requires, the one that came in last at the end.
  public var entries: [ExportedEntry]

  /// Describes an object.
  public init(
    object: InventoryObject, townName: String?, stage: String, surveyor: String,
    entries: [ExportedEntry]
  ) {
    self.object = object
    self.townName = townName
    self.stage = stage
    self.surveyor = surveyor
    self.entries = entries
  }
}

/// A page of the inventory's objects, in order of the bytes of code and hazard.
public struct ExportPage: Sendable, Codable {
  /// The region within which objects are given.
  public var region: RegionCode
  /// The district's name.
  public var districtName: String
  /// The version of the inventory.
  public var version: Int
  /// When that version was frozen, ISO 8601.
  public var frozenAt: String
  /// The head of the central's audit chain when the page was read.
  public var snapshot: ContentHash
  /// When the last thing happened that the page can tell of, milliseconds since 1970.
  public var stateAt: Int64
  /// How many objects all pages have together.
  public var total: Int
  /// The objects.
  public var objects: [ExportedObject]
  /// After which object the next page begins; nil on the last page.
  public var next: ExportPlace?

  /// Makes a page.
  public init(
    region: RegionCode, districtName: String, version: Int, frozenAt: String,
    snapshot: ContentHash, stateAt: Int64, total: Int, objects: [ExportedObject],
    next: ExportPlace?
  ) {
    self.region = region
    self.districtName = districtName
    self.version = version
    self.frozenAt = frozenAt
    self.snapshot = snapshot
    self.stateAt = stateAt
    self.total = total
    self.objects = objects
    self.next = next
  }
}
