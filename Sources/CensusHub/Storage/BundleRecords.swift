import CensusBundles
import CensusDomain

/// A bundle that was taken in whole.
public struct TakenBundle: Sendable, Hashable {
  /// The bundle.
  public var id: UniqueID
  /// The device that made it.
  public var device: UniqueID
  /// When it was taken in.
  public var takenAt: Timestamp
  /// How far the device had come with what this central says.
  public var reached: BundleManifest.Reached

  /// Describes a bundle.
  public init(
    id: UniqueID, device: UniqueID, takenAt: Timestamp, reached: BundleManifest.Reached
  ) {
    self.id = id
    self.device = device
    self.takenAt = takenAt
    self.reached = reached
  }
}

/// The central's own secrets for bundles, 32 bytes each.
public struct BundleSecrets: Sendable {
  /// Signs receipts; Ed25519.
  public var signing: [UInt8]
  /// Opens what was sealed for this central; X25519.
  public var sealing: [UInt8]

  /// Gathers the secrets.
  public init(signing: [UInt8], sealing: [UInt8]) {
    self.signing = signing
    self.sealing = sealing
  }
}

/// What came and goes by bundles; nothing of it is ever changed.
public protocol BundleRecords {
  /// The central's secrets; nil before they were made.
  func secrets() throws -> BundleSecrets?
  /// Keeps the central's secrets; refuses others once there are some.
  func keep(_ secrets: BundleSecrets) throws
  /// Whether the device's bundle was taken in before.
  func contains(_ id: UniqueID, of device: UniqueID) throws -> Bool
  /// Adds a bundle; refuses one that is there.
  func add(_ bundle: TakenBundle) throws
  /// The bundle of the device that was taken in last.
  func last(of device: UniqueID) throws -> TakenBundle?
}
