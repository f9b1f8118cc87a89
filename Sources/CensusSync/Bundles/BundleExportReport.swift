import CensusDomain

/// What an export wrote.
public struct BundleExportReport: Sendable, Encodable {
  /// One file that was written.
  public struct File: Sendable, Encodable {
    /// Where it is.
    public var path: String
    /// Its own identifier.
    public var bundle: UniqueID
    /// How many revisions it holds.
    public var revisions: Int
    /// How many attachments it holds.
    public var attachments: Int
    /// Its size.
    public var bytes: Int64
  }

  /// The device that made it.
  public var device: UniqueID
  /// The first sequence that was written.
  public var first: Int64
  /// The last one; below the first where there are attachments only.
  public var last: Int64
  /// Whether only the central can read it.
  public var isSealed: Bool
  /// How many revisions were written.
  public var revisions = 0
  /// How many attachments were written.
  public var attachments = 0
  /// Attachments whose bytes are not those of their name any more; they were left out.
  public var damagedAttachments: [ContentHash] = []
  /// The files, the first one with the revisions.
  public var files: [File] = []
}
