import CensusDomain
import CensusStore

/// What is told while a sync goes on.
public enum SyncEvent: Sendable {
  /// The central answered; so many revisions wait.
  case connected(unsent: Int, bytes: Int)
  /// So many revisions that an earlier sync had sent were found at the central.
  case recovered(Int)
  /// A batch was answered for; what has been done so far.
  case pushed(SyncProgress)
  /// A revision is refused even alone; a void line takes its place, so that the others go on.
  case settingAside(sequence: Int64, CensusError)
  /// The central lacks so many revisions that it had confirmed; they are sent again.
  case withdrawn(Int)
  /// The central does not know this device's place in its changes; all are read anew.
  case restartedPull
  /// A page of changes was taken in.
  case pulled(changes: Int)
  /// A version of the inventory was taken in.
  case inventory(version: Int, objects: Int)
  /// A conflict of this device's own revision was merged by itself.
  case merged(Resolution)
  /// So many attachments of those that the central lacked are there; bytes that travelled.
  case attachments(done: Int, of: Int, bytes: Int64)
  /// An attachment could not be sent; it waits for the next sync, and nothing else is held up.
  case attachmentFailed(ContentHash, CensusError)
  /// An attempt failed; the next begins after the wait.
  case retrying(CensusError, milliseconds: Int64)
  /// The sync ends without success; `retryAfter` is the wait in seconds that the central asked for.
  case gaveUp(CensusError, retryAfter: Int?)
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
  /// Conflicts that were merged by themselves.
  public var merged: [Resolution] = []
  /// Revisions that still wait.
  public var unsent = 0
  /// Confirmed revisions that the central had lost and that were sent again.
  public var withdrawn = 0
  /// Whether all changes were read anew, since the central did not know this device's place in them.
  public var restarted = false
  /// Attachments that were sent whole.
  public var attachments = 0
  /// Attachments that the central lacks still.
  public var attachmentsMissing = 0

  /// Makes an empty report.
  public init() {}
}
