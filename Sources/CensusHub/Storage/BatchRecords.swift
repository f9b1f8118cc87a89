import CensusDomain

/// A batch that was taken in, with the receipt that was given for it.
public struct StoredBatch: Sendable, Hashable {
  /// The device that sent it.
  public var device: UniqueID
  /// Its idempotency key, unique within the device.
  public var key: UniqueID
  /// The SHA-256 of its body.
  public var digest: ContentHash
  /// The receipt's exact bytes; a repetition is answered with them.
  public var receipt: [UInt8]
  /// When it was taken in.
  public var receivedAt: Timestamp

  /// Describes a batch.
  public init(
    device: UniqueID, key: UniqueID, digest: ContentHash, receipt: [UInt8],
    receivedAt: Timestamp
  ) {
    self.device = device
    self.key = key
    self.digest = digest
    self.receipt = receipt
    self.receivedAt = receivedAt
  }
}

/// The batches that were taken in; none is ever changed.
public protocol BatchRecords {
  /// The batch that `device` sent under `key`.
  func find(_ key: UniqueID, of device: UniqueID) throws -> StoredBatch?
  /// Adds a batch; refuses a key that the device used before.
  func add(_ batch: StoredBatch) throws
}
