import CensusDomain

/// What the central still lacks of a device's attachments (`GET /v1/attachments/missing`).
public struct MissingAttachments: Sendable, Codable {
  /// Hashes that standing revisions of the device declare and of which the central has no file.
  public var hashes: [ContentHash]
  /// The largest file that the central takes, bytes.
  public var maximumBytes: Int64

  /// Names what is missing.
  public init(hashes: [ContentHash], maximumBytes: Int64) {
    self.hashes = hashes
    self.maximumBytes = maximumBytes
  }
}
