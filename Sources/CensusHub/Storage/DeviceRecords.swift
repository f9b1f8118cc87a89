import CensusDomain

/// An enrolled device and how far it has sent.
public struct EnrolledDevice: Sendable, Hashable {
  /// The device, who carries it and where.
  public var identity: DeviceIdentity
  /// The last sequence held of it; 0 before the first.
  public var lastSequence: Int64
  /// The hash of the revision of that sequence.
  public var lastHash: ContentHash?
  /// When it last sent a batch.
  public var lastSeen: Timestamp?
  /// Whether its token was withdrawn.
  public var isRevoked: Bool

  /// Describes a device.
  public init(
    identity: DeviceIdentity, lastSequence: Int64 = 0, lastHash: ContentHash? = nil,
    lastSeen: Timestamp? = nil, isRevoked: Bool = false
  ) {
    self.identity = identity
    self.lastSequence = lastSequence
    self.lastHash = lastHash
    self.lastSeen = lastSeen
    self.isRevoked = isRevoked
  }
}

/// The devices that were enrolled; none is ever removed.
public protocol DeviceRecords {
  /// The device called `id`.
  func find(_ id: UniqueID) throws -> EnrolledDevice?
  /// The device whose token has this SHA-256.
  func find(tokenHash: ContentHash) throws -> EnrolledDevice?
  /// The devices whose region lies within `region`, nil for all, by surveyor and time of enrolment.
  func list(within region: RegionCode?) throws -> [EnrolledDevice]
  /// Enrols a device; refuses an identifier or a token hash that is there.
  func add(_ device: DeviceIdentity, tokenHash: ContentHash, at time: Timestamp) throws
  /// Notes that the device's token was withdrawn.
  func revoke(_ id: UniqueID, at time: Timestamp) throws
  /// Gives a device whose token was withdrawn another one; everything else of it stays.
  func renew(_ id: UniqueID, tokenHash: ContentHash) throws
  /// Notes how far the device has sent.
  func advance(
    _ id: UniqueID, to sequence: Int64, hash: ContentHash?, at time: Timestamp
  ) throws
}
