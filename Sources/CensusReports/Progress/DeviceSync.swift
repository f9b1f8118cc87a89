import CensusDomain

/// When a device last synchronised with the central.
public struct DeviceSync: Sendable, Hashable {
  /// The device's name or number at the central.
  public var device: String
  /// Who surveys with it.
  public var surveyor: String
  /// The day on which it was enrolled.
  public var enrolled: CivilDate
  /// The day of its last sync in China Standard Time; nil where it never synchronised.
  public var lastSync: CivilDate?

  /// Makes a record.
  public init(device: String, surveyor: String, enrolled: CivilDate, lastSync: CivilDate?) {
    self.device = device
    self.surveyor = surveyor
    self.enrolled = enrolled
    self.lastSync = lastSync
  }

  /// For how many days the device has been silent on `day`, counted from its enrolment where it never
  /// synchronised.
  func silence(on day: CivilDate) -> Int {
    max(0, day.dayNumber - (lastSync ?? enrolled).dayNumber)
  }
}
