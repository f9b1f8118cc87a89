import CensusDomain

/// Objects that have passed the self-check on the device (自检) without standing as received.
///
/// Every revision that is made final has passed its form's rules on the device, so that at the central
/// whatever is not in quarantine is self-checked. These are the objects at exactly ``Stage/recorded``
/// whose entries are all on record, one of them returned or in an open conflict.
public struct CheckedCount: Sendable, Hashable {
  /// The hazard that the objects are surveyed for.
  public var hazard: Hazard
  /// The township's code; empty where the inventory names none.
  public var town: String
  /// The number of objects; what exceeds the place's objects at exactly ``Stage/recorded`` is not counted.
  public var count: Int

  /// Makes a count.
  public init(hazard: Hazard, town: String, count: Int) {
    self.hazard = hazard
    self.town = town
    self.count = count
  }
}
