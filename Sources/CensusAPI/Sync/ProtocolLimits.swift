/// The bounds of the sync protocol; both sides hold to them.
///
/// Described in `Docs/Sync-protocol.md`.
public enum ProtocolLimits {
  /// The protocol's version, sent in every request.
  public static let version = 1
  /// The largest request body as it travels, bytes.
  public static let maximumBodyBytes = 8 * 1024 * 1024
  /// The largest request body after unpacking, bytes.
  public static let maximumPlainBytes = 32 * 1024 * 1024
  /// The longest line of a batch, bytes.
  public static let maximumLineBytes = 1024 * 1024
  /// The most revisions in a batch.
  public static let maximumBatchCount = 8000
  /// The plain size at which a client closes a batch, bytes.
  public static let targetBatchBytes = 4 * 1024 * 1024
  /// The deepest nesting of JSON.
  public static let maximumDepth = 32
  /// The longest version that a program may state of itself, bytes.
  public static let maximumVersionBytes = 100
  /// The largest number that a device may state: whole in every JSON library.
  public static let maximumStatedNumber: Int64 = 1 << 53 - 1
  /// The largest body of what a device states of itself, bytes.
  public static let maximumDeclarationBytes = 4096
  /// The largest file of a form, bytes.
  public static let maximumFormBytes = 512 * 1024
  /// The deepest nesting of a form's file, which lies deeper still in a page of changes.
  public static let maximumFormDepth = 56
  /// The most contenders that one revision settles.
  public static let maximumSettled = 100
  /// The most changes in one page of the feed.
  public static let maximumPageCount = 2000
  /// The largest attachment that a central takes unless it was told otherwise, bytes.
  public static let maximumAttachmentBytes: Int64 = 64 * 1024 * 1024
  /// The largest bundle that is uploaded, bytes: FAT32, which most sticks have, holds no larger file.
  public static let maximumBundleBytes: Int64 = 4_294_967_295
  /// The most uploads that one caller may have begun and not ended.
  public static let maximumOpenUploads = 32
  /// How long an upload that nobody goes on with is kept, milliseconds: a week.
  public static let uploadLifetime: Int64 = 7 * 24 * 3_600_000
}

/// Media types of the protocol; an answer counts only under its own.
public enum MediaType {
  /// A batch of revisions, one to a line.
  public static let batch = "application/vnd.hazardcensus.batch+ndjson"
  /// The answer to a batch.
  public static let receipt = "application/vnd.hazardcensus.receipt+json"
  /// A page of the change feed.
  public static let changes = "application/vnd.hazardcensus.changes+json"
  /// A bundle.
  public static let bundle = "application/vnd.hazardcensus.bundle+zip"
  /// Any other answer of a central.
  public static let json = "application/vnd.hazardcensus+json"
  /// An error (RFC 9457).
  public static let problem = "application/problem+json"
}
