import CensusDomain

/// What a device says of itself when it begins to sync (`POST /v1/device`); answered with ``DeviceState``.
public struct DeviceDeclaration: Sendable, Codable {
  /// The version of the program that runs on the device.
  public var programVersion: String
  /// How many revisions wait there for an answer.
  public var unsent: Int
  /// The device's clock, milliseconds since the epoch; for people only.
  public var clock: Int64
  /// The sequence after which the device's own numbering begins; absent for a device that never rejoined.
  public var startsAfter: Int64?

  /// Makes a declaration.
  public init(programVersion: String, unsent: Int, clock: Int64, startsAfter: Int64? = nil) {
    self.programVersion = programVersion
    self.unsent = unsent
    self.clock = clock
    self.startsAfter = startsAfter
  }
}

/// Asks for a new identity under the old one's token (`POST /v1/device/rejoin`).
///
/// The device makes identifier and token itself and has both on its disk before it asks, so that an
/// answer that was lost is asked for again with equal values and has its effect once.
public struct RejoinRequest: Sendable, Codable {
  /// The new identifier.
  public var device: UniqueID
  /// The SHA-256 of the new token, whose words never leave the device before it uses them.
  public var tokenHash: ContentHash
  /// The sequence after which the new identity's numbering begins.
  public var startsAfter: Int64

  /// Makes a request.
  public init(device: UniqueID, tokenHash: ContentHash, startsAfter: Int64) {
    self.device = device
    self.tokenHash = tokenHash
    self.startsAfter = startsAfter
  }
}
