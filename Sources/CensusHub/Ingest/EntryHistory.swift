import CensusAPI
import CensusDomain

/// Reads what the store holds of an entry's revisions.
struct EntryHistory {
  /// What a revision was made from, past any revision that was rejected on the way.
  enum Origin: Equatable {
    case root
    case revision(ContentHash)
    case unknown
  }

  private let revisions: any RevisionRecords
  private let quarantine: any QuarantineRecords

  init(_ records: any CentralTransaction) {
    revisions = records.revisions
    quarantine = records.quarantine
  }

  /// What `record` was made from.
  ///
  /// A surveyor corrects a rejected revision by a further one; its line then leads through the
  /// quarantine to what was last accepted, or to the beginning.
  func origin(of record: RevisionRecord) throws -> Origin {
    var next = record.parent
    while let parent = next {
      switch try known(parent, of: record.entry) {
      case .accepted: return .revision(parent)
      case .rejected(let further): next = further
      case .missing: return .unknown
      }
    }
    return .root
  }

  private enum Finding {
    case accepted
    case rejected(ContentHash?)
    case missing
  }

  private func known(_ hash: ContentHash, of entry: UniqueID) throws -> Finding {
    if try revisions.link(hash, in: entry) != nil { return .accepted }
    return try quarantine.link(hash, in: entry).map { .rejected($0.parent) } ?? .missing
  }

  /// Whether `hash` lies on the line of `entry` that leads to `head`.
  func isAncestor(
    _ hash: ContentHash, of head: ContentHash, in entry: UniqueID
  ) throws -> Bool {
    var next: ContentHash? = head
    while let current = next {
      if current == hash { return true }
      next = try revisions.link(current, in: entry)?.parent
    }
    return false
  }
}
