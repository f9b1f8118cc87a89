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
  /// The device that it was before it rejoined.
  public var rejoinedFrom: UniqueID?
  /// What it last said of itself.
  public var declared: StoredDeclaration?

  /// Describes a device.
  public init(
    identity: DeviceIdentity, lastSequence: Int64 = 0, lastHash: ContentHash? = nil,
    lastSeen: Timestamp? = nil, isRevoked: Bool = false, rejoinedFrom: UniqueID? = nil,
    declared: StoredDeclaration? = nil
  ) {
    self.identity = identity
    self.lastSequence = lastSequence
    self.lastHash = lastHash
    self.lastSeen = lastSeen
    self.isRevoked = isRevoked
    self.rejoinedFrom = rejoinedFrom
    self.declared = declared
  }
}

/// What a device said of itself when it last began to sync.
public struct StoredDeclaration: Sendable, Hashable {
  /// The version of its program.
  public var programVersion: String
  /// Its clock minus the central's, whole seconds.
  public var clockSkew: Int64
  /// How many revisions waited on it.
  public var unsent: Int
  /// When it said so, by the central's clock.
  public var at: Timestamp

  /// Describes a declaration.
  public init(programVersion: String, clockSkew: Int64, unsent: Int, at: Timestamp) {
    self.programVersion = programVersion
    self.clockSkew = clockSkew
    self.unsent = unsent
    self.at = at
  }
}

/// The devices that were enrolled; none is ever removed.
public protocol DeviceRecords {
  /// The device called `id`.
  func find(_ id: UniqueID) throws -> EnrolledDevice?
  /// The device whose token has this SHA-256.
  func find(tokenHash: ContentHash) throws -> EnrolledDevice?
  /// The SHA-256 of the token of the device called `id`.
  func tokenHash(of id: UniqueID) throws -> ContentHash?
  /// Adds the central's own desk, which is in no list of devices.
  func addDesk(_ desk: DeviceIdentity, tokenHash: ContentHash, at time: Timestamp) throws
  /// The devices whose region lies within `region`, nil for all, by surveyor and time of enrolment.
  func list(within region: RegionCode?) throws -> [EnrolledDevice]
  /// Enrols a device; refuses an identifier or a token hash that is there.
  func add(_ device: DeviceIdentity, tokenHash: ContentHash, at time: Timestamp) throws
  /// Notes that the device's token was withdrawn.
  func revoke(_ id: UniqueID, at time: Timestamp) throws
  /// Gives a device whose token was withdrawn another one; everything else of it stays.
  func renew(_ id: UniqueID, tokenHash: ContentHash) throws
  /// Notes what the device says of itself, in place of what it said before.
  func note(_ declaration: StoredDeclaration, of id: UniqueID) throws
  /// Notes which device another one was before it rejoined.
  func note(_ id: UniqueID, rejoinedFrom former: UniqueID) throws
  /// The devices that rejoined from `id`, by time of enrolment.
  func successors(of id: UniqueID) throws -> [EnrolledDevice]
  /// Lets the numbering of a device that has sent nothing yet begin after `sequence`.
  func begin(_ id: UniqueID, after sequence: Int64) throws
  /// Notes how far the device has sent.
  func advance(
    _ id: UniqueID, to sequence: Int64, hash: ContentHash?, at time: Timestamp
  ) throws
}
