import CensusDomain

/// A file named by the SHA-256 of its bytes.
public struct StoredAttachment: Sendable, Hashable {
  /// The SHA-256 of its bytes.
  public let hash: ContentHash
  /// Its size, bytes.
  public let size: Int64

  /// Names a file.
  public init(hash: ContentHash, size: Int64) {
    self.hash = hash
    self.size = size
  }
}
