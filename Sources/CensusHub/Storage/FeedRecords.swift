import CensusAPI
import CensusDomain

/// A stretch of the commit order.
public struct CursorSpan: Sendable, Hashable {
  /// The cursor before the first.
  public var after: Int64
  /// The last cursor.
  public var through: Int64

  /// Describes a stretch.
  public init(after: Int64, through: Int64) {
    self.after = after
    self.through = through
  }
}

/// What happened to an entry, for playing back the past.
public enum EntryEvent: Sendable, Hashable {
  /// A revision came to stand; `isContested` where another one goes on contending with it.
  case accepted(
    revision: ContentHash, object: String, form: String, town: String, author: String,
    isContested: Bool)
  /// A revision came that contends with the standing one.
  case contended
  /// A review of a revision was given, here or at another central.
  case reviewed(ReviewLevel, ReviewVerdict, of: ContentHash)
}

/// Everything that has a cursor: revisions, reviews, inventory versions and forms in commit order.
///
/// Cursors count from 1 without gaps and are seen in their order: who has seen a cursor will never
/// see a smaller one appear.
public protocol FeedRecords {
  /// The newest cursor; 0 before the first.
  func newestCursor() throws -> Int64
  /// The first `limit` inventory versions of the stretch, by cursor.
  func inventoryVersions(_ span: CursorSpan, limit: Int) throws -> [Change]
  /// The first `limit` forms that were added in the stretch, by cursor.
  func forms(_ span: CursorSpan, limit: Int) throws -> [Change]
  /// The first `limit` reviews of the stretch whose entries stand within `region`, by cursor.
  func reviews(_ span: CursorSpan, within region: RegionCode?, limit: Int) throws -> [Change]
  /// Shows the first `limit` revisions of the stretch within `region` by cursor.
  ///
  /// They are those of others than `device`, shown as long as `body` gives true.
  func visitRevisions(
    _ span: CursorSpan, within region: RegionCode?, notOf device: UniqueID, limit: Int,
    _ body: (Change) throws -> Bool
  ) throws
  /// What was answered to the first `limit` revisions of `device` after `sequence`, in its order.
  func answers(
    to device: UniqueID, after sequence: Int64, limit: Int
  ) throws -> [ReceiptItem]
  /// What happened to one entry and when, in commit order.
  func history(of entry: UniqueID) throws -> [(at: Timestamp, event: EntryEvent)]
  /// Shows what happened to entries up to `moment`, in commit order.
  func visitEvents(
    upTo moment: Timestamp, _ body: (_ entry: UniqueID, _ event: EntryEvent) throws -> Void
  ) throws
}
