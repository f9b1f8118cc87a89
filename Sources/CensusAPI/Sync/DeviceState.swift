import CensusDomain

/// What the central says to a device that begins to sync (`GET /v1/device`).
public struct DeviceState: Sendable, Codable {
  /// The device that the token stands for.
  public var device: UniqueID
  /// Its surveyor.
  public var surveyor: String
  /// Its region.
  public var region: RegionCode
  /// The survey's district.
  public var district: RegionCode
  /// The last sequence that the central holds of the device; 0 before the first.
  public var lastSequence: Int64
  /// The hash of that revision.
  public var lastHash: ContentHash?
  /// The newest cursor of the change feed.
  public var cursor: Int64
  /// The central's clock, milliseconds since the epoch; for people only.
  public var now: Int64
  /// The most revisions that a batch may have.
  public var maximumBatchCount: Int
  /// The largest body, bytes as it travels.
  public var maximumBodyBytes: Int

  /// Makes a state.
  public init(
    device: UniqueID, surveyor: String, region: RegionCode, district: RegionCode,
    lastSequence: Int64, lastHash: ContentHash?, cursor: Int64, now: Int64,
    maximumBatchCount: Int, maximumBodyBytes: Int
  ) {
    self.device = device
    self.surveyor = surveyor
    self.region = region
    self.district = district
    self.lastSequence = lastSequence
    self.lastHash = lastHash
    self.cursor = cursor
    self.now = now
    self.maximumBatchCount = maximumBatchCount
    self.maximumBodyBytes = maximumBodyBytes
  }
}

/// A page of an inventory version (`GET /v1/inventory`), in order of object code.
public struct InventoryPage: Sendable, Codable {
  /// The version.
  public var version: Int
  /// Objects of the page.
  public var objects: [InventoryObject]
  /// Where the next page begins; nil on the last.
  public var next: String?

  /// Makes a page.
  public init(version: Int, objects: [InventoryObject], next: String?) {
    self.version = version
    self.objects = objects
    self.next = next
  }
}
