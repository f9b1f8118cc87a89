import CensusDomain

/// One survey object of the inventory (清查底册), for one hazard.
public struct InventoryObject: Sendable, Hashable, Codable {
  /// The object's code, at most 24 characters.
  public var objectCode: String
  /// The hazard that it is surveyed for.
  public var hazard: Hazard
  /// The forms that the object requires; most objects need one.
  public var forms: [String]
  /// The object's name.
  public var name: String
  /// The township's nine-digit code.
  public var townCode: String
  /// Longitude in degrees, CGCS2000.
  public var longitude: Double?
  /// Latitude in degrees, CGCS2000.
  public var latitude: Double?
  /// Whether the object counts in the denominator.
  public var shouldSurvey: Bool
  /// Why it does not count.
  public var excludeReason: String?

  /// Makes an object.
  public init(
    objectCode: String, hazard: Hazard, forms: [String], name: String, townCode: String,
    longitude: Double?, latitude: Double?, shouldSurvey: Bool, excludeReason: String?
  ) {
    self.objectCode = objectCode
    self.hazard = hazard
    self.forms = forms
    self.name = name
    self.townCode = townCode
    self.longitude = longitude
    self.latitude = latitude
    self.shouldSurvey = shouldSurvey
    self.excludeReason = excludeReason
  }
}

/// A whole inventory to be frozen as the next version.
public struct InventoryImport: Sendable, Codable {
  /// Every object of the new version; what is missing against the last version is removed.
  public var objects: [InventoryObject]
  /// Why the inventory changes; needed from the second version on.
  public var reason: String
  /// Compares only and changes nothing.
  public var isTrial: Bool

  /// Makes an import.
  public init(objects: [InventoryObject], reason: String, isTrial: Bool) {
    self.objects = objects
    self.reason = reason
    self.isTrial = isTrial
  }
}

/// Which version of the inventory to show; nil means the current one.
public struct InventoryQuery: Sendable, Codable {
  /// The version's number.
  public var version: Int?
  /// Whether the objects are wanted too.
  public var withObjects: Bool

  /// Makes a query.
  public init(version: Int? = nil, withObjects: Bool = false) {
    self.version = version
    self.withObjects = withObjects
  }
}

/// What a version of the inventory holds.
public struct InventorySummary: Sendable, Codable {
  /// Counts of one hazard.
  public struct HazardCount: Sendable, Codable {
    /// The hazard.
    public var hazard: Hazard
    /// Its objects.
    public var objects: Int
    /// Those that should be surveyed.
    public var shouldSurvey: Int

    /// Makes a count.
    public init(hazard: Hazard, objects: Int, shouldSurvey: Int) {
      self.hazard = hazard
      self.objects = objects
      self.shouldSurvey = shouldSurvey
    }
  }

  /// The version's number; 0 before the first.
  public var version: Int
  /// When it was frozen, ISO 8601.
  public var frozenAt: String
  /// Why it was made.
  public var reason: String
  /// Objects new against the version before.
  public var added: Int
  /// Objects gone against the version before.
  public var removed: Int
  /// Objects with other particulars than before.
  public var changed: Int
  /// SHA-256 over all objects in order of code.
  public var hash: String
  /// Counts by hazard.
  public var hazards: [HazardCount]
  /// The objects, where they were asked for.
  public var objects: [InventoryObject]?

  /// Makes a summary.
  public init(
    version: Int, frozenAt: String, reason: String, added: Int, removed: Int, changed: Int,
    hash: String, hazards: [HazardCount], objects: [InventoryObject]? = nil
  ) {
    self.version = version
    self.frozenAt = frozenAt
    self.reason = reason
    self.added = added
    self.removed = removed
    self.changed = changed
    self.hash = hash
    self.hazards = hazards
    self.objects = objects
  }
}
