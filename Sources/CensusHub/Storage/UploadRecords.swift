import CensusDomain

/// An upload that was begun (tus 1.0.0).
public struct StoredUpload: Sendable, Hashable {
  /// The upload.
  public var id: UniqueID
  /// The SHA-256 that the whole file is to have.
  public var hash: ContentHash
  /// The size of the whole file, bytes.
  public var size: Int64
  /// How many bytes are on the disk for certain.
  public var received: Int64
  /// Whose it is.
  public var caller: String
  /// When it is given up, if nobody goes on with it.
  public var expiresAt: Timestamp

  /// Whether the whole file is held.
  public var isComplete: Bool { received == size }

  /// Describes an upload.
  public init(
    id: UniqueID, hash: ContentHash, size: Int64, received: Int64, caller: String,
    expiresAt: Timestamp
  ) {
    self.id = id
    self.hash = hash
    self.size = size
    self.received = received
    self.caller = caller
    self.expiresAt = expiresAt
  }
}

/// The uploads that were begun; those that ended stay until they expire.
public protocol UploadRecords {
  /// The upload called `id`.
  func find(_ id: UniqueID) throws -> StoredUpload?
  /// The caller's upload of `hash`.
  func find(_ hash: ContentHash, of caller: String) throws -> StoredUpload?
  /// Adds an upload, or puts it in place of the one with its identifier.
  func set(_ upload: StoredUpload) throws
  /// Forgets an upload.
  func remove(_ id: UniqueID) throws
  /// How many uploads of the caller have not ended.
  func open(of caller: String) throws -> Int
  /// All uploads.
  func all() throws -> [StoredUpload]
}
