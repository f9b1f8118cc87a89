import CensusDomain

/// What happened to the entries of one hazard and township within a period, beyond the objects' changes.
public struct EntryEvents: Sendable, Hashable {
  /// The two things that are counted.
  public enum Kind: String, Sendable, Codable {
    case returned, late
  }

  /// The hazard that the entries are for.
  public var hazard: Hazard
  /// The township's code; empty where the inventory names none.
  public var town: String
  /// Reviews of the period that returned an entry, whether or not its object was done before.
  public var returned: Int
  /// Entries that the central first received in the period although they were made final on the device
  /// before it began.
  public var late: Int

  /// Makes a record of events.
  public init(hazard: Hazard, town: String, returned: Int = 0, late: Int = 0) {
    self.hazard = hazard
    self.town = town
    self.returned = returned
    self.late = late
  }
}
