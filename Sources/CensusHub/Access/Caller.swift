import CensusDomain

/// Who asks for something: a token's holder, or the person at the central's own machine.
public struct Caller: Sendable, Hashable {
  /// The account's name, or the surveyor of the device.
  public var name: String
  /// What the caller may do.
  public var role: Role
  /// Within which region; nil means wherever the central reaches.
  public var region: RegionCode?
  /// The device, where the token is a device's.
  public var device: UniqueID?

  /// Makes a caller.
  public init(name: String, role: Role, region: RegionCode?, device: UniqueID? = nil) {
    self.name = name
    self.role = role
    self.region = region
    self.device = device
  }

  /// The person who works on the central's own folder and so holds all of it anyway.
  public static let localAdministrator = Caller(
    name: "local", role: .coordinator, region: nil)

  /// Whether `other` lies within the caller's region.
  func reaches(_ other: RegionCode) -> Bool { region?.contains(other) ?? true }
}

/// A device whose right to send has been established.
public struct DeviceIdentity: Sendable, Hashable {
  /// The device.
  public var id: UniqueID
  /// Who carries it.
  public var surveyor: String
  /// The region whose objects it may record.
  public var region: RegionCode
  /// Whether it is a lower central that forwards the work of its devices.
  public var isRelay: Bool

  /// Makes an identity.
  public init(id: UniqueID, surveyor: String, region: RegionCode, isRelay: Bool = false) {
    self.id = id
    self.surveyor = surveyor
    self.region = region
    self.isRelay = isRelay
  }

  /// The device as a caller.
  var caller: Caller {
    Caller(name: surveyor, role: isRelay ? .relay : .surveyor, region: region, device: id)
  }
}
