import CensusDomain

/// What is told while a sync goes on.
public enum SyncEvent: Sendable {
  /// The central answered; so many revisions wait.
  case connected(unsent: Int, bytes: Int)
  /// So many revisions that an earlier sync had sent were found at the central.
  case recovered(Int)
  /// A batch was answered for; totals so far, bytes as they travelled.
  case pushed(done: Int, of: Int, bytes: Int)
  /// A page of changes was taken in.
  case pulled(changes: Int)
  /// A version of the inventory was taken in.
  case inventory(version: Int, objects: Int)
  /// So many attachments of those that the central lacked are there; bytes that travelled.
  case attachments(done: Int, of: Int, bytes: Int64)
  /// An attachment could not be sent; it waits for the next sync, and nothing else is held up.
  case attachmentFailed(ContentHash, CensusError)
  /// An attempt failed; the next begins after the wait.
  case retrying(CensusError, milliseconds: Int64)
}

/// The points between which a sync may be cut; tests stop it at each.
public enum SyncStep: String, Sendable, CaseIterable {
  case beforeState
  case afterState
  case beforeReceipts
  case afterReceipts
  case beforeBatchIsBegun
  case beforeSend
  case beforeReceiptIsRecorded
  case afterReceiptIsRecorded
  case beforePull
  case beforePageIsApplied
  case beforeInventory
  case beforeInventoryPageIsTaken
  case beforeSyncIsNoted
}

/// What a sync did.
public struct SyncReport: Sendable, Codable {
  /// Revisions answered for, by disposition.
  public var answered: [String: Int] = [:]
  /// Revisions that were found at the central from an earlier sync.
  public var recovered = 0
  /// Batches that were sent.
  public var batches = 0
  /// Bytes of batches as they travelled.
  public var bytes = 0
  /// Changes taken in.
  public var changes = 0
  /// Revisions that still wait.
  public var unsent = 0
  /// Attachments that were sent whole.
  public var attachments = 0
  /// Attachments that the central lacks still.
  public var attachmentsMissing = 0

  /// Makes an empty report.
  public init() {}
}
