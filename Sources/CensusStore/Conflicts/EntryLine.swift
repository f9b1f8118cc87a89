import CensusAPI
import CensusDomain
import CensusJSON
import Foundation
import GRDB

/// An entry's revisions as this device knows them: which one stands and which contend with it.
///
/// A revision's ancestors are its parent, those that it settles, and theirs.
struct EntryLine {
  /// What the central made of a revision.
  enum Fate {
    case accepted, conflict, superseded, rejected
    /// Not answered for yet.
    case pending
  }

  /// One revision.
  struct Revision {
    let id: Int64
    let hash: ContentHash
    let record: RevisionRecord
    let content: [UInt8]
    let isOwn: Bool
    let fate: Fate
  }

  let revisions: [Revision]
  /// The one that the central lets stand; nil where it is not known here.
  let standing: Revision?
  /// The last of this device's revisions upon the standing one, or else that one.
  ///
  /// Where one of them was answered as a contender, what stands in truth was not pulled yet.
  let top: Revision?
  /// What contends and is settled by no revision up to ``top``, in the order of arrival here.
  let open: [Revision]
  private let byHash: [ContentHash: Revision]

  /// Reads an entry's revisions; each one's hash is proved.
  init(_ db: Database, _ entry: UniqueID, damaged: @autoclosure () -> CensusError) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT revision.id, revision.hash, revision.sequence, revision.record,
          receipt.disposition AS answer, aside.disposition AS aside
        FROM revision LEFT JOIN receipt USING (sequence)
        LEFT JOIN aside ON aside.entry = revision.entry AND aside.hash = revision.hash
        -- What was made anew under another identity is there in its new form, but where the central
        -- turned out to hold it as it was.
        WHERE revision.entry = ? AND (receipt.sequence IS NOT NULL OR NOT EXISTS (
          SELECT 1 FROM remade WHERE remade.sequence = revision.sequence))
        ORDER BY revision.id
        """, arguments: [Data(entry.bytes)])
    self.init(
      try rows.map { row in
        let bytes = Array(row["record"] as Data)
        let hash = ContentHash.sha256(of: bytes)
        guard Data(hash.bytes) == row["hash"] as Data else { throw damaged() }
        let isOwn = row["sequence"] as Int64? != nil
        let word = (isOwn ? row["answer"] : row["aside"]) as String?
        return try JSONParser().withDocument(bytes) { node in
          let (record, content) = try RevisionRecord.read(node)
          return Revision(
            id: row["id"], hash: hash, record: record, content: Array(content.raw), isOwn: isOwn,
            fate: EntryLine.fate(word, isOwn: isOwn))
        }
      })
  }

  /// Judges an entry's revisions.
  init(_ revisions: [Revision]) {
    self.revisions = revisions
    let byHash = Dictionary(revisions.map { ($0.hash, $0) }) { first, _ in first }
    self.byHash = byHash
    // What the central let stand is one line, so the highest number is its end.
    let standing = revisions.filter { $0.fate == .accepted }.max {
      ($0.record.number, $0.isOwn ? 0 : 1) < ($1.record.number, $1.isOwn ? 0 : 1)
    }
    self.standing = standing
    let top =
      revisions.filter { revision in
        guard revision.isOwn, revision.fate != .accepted, revision.fate != .rejected, let standing
        else { return false }
        return EntryLine.lineage(of: revision, byHash).contains(standing.hash)
      }.max { $0.record.number < $1.record.number } ?? standing
    self.top = top
    let line = top.map { EntryLine.lineage(of: $0, byHash) } ?? []
    let settled = Set(line.flatMap { byHash[$0]?.record.settles ?? [] })
    open = revisions.filter {
      $0.fate == .conflict && !settled.contains($0.hash) && !line.contains($0.hash)
    }
  }

  /// The open contenders that no other one was made from.
  var tips: [Revision] {
    open.filter { one in
      !open.contains { $0.hash != one.hash && ancestors(of: $0).contains(one.hash) }
    }
  }

  /// Whether this device has an unanswered revision that was not made from the standing one.
  var hasStrayPending: Bool {
    guard let top else { return false }
    let line = ancestors(of: top)
    return revisions.contains { $0.fate == .pending && !line.contains($0.hash) }
  }

  /// Whether the central refused a revision that was to settle `contender` upon the standing one.
  func wasRefused(_ contender: Revision) -> Bool {
    revisions.contains {
      $0.fate == .rejected && $0.record.settles.contains(contender.hash)
        && $0.record.parent == standing?.hash
    }
  }

  /// The open contenders that `tip` was made from, and itself: what a merge of it settles.
  func settled(by tip: Revision) -> [ContentHash] {
    let line = ancestors(of: tip)
    return open.map(\.hash).filter(line.contains).suffix(ProtocolLimits.maximumSettled)
  }

  /// The newest revisions that both were made from; none where they have nothing in common.
  ///
  /// Two devices that decided one conflict, each in its own way, have two: the sides of that conflict.
  func bases(of one: Revision, _ other: Revision) -> [Revision] {
    let common = ancestors(of: one).intersection(ancestors(of: other))
    return revisions.filter { candidate in
      common.contains(candidate.hash)
        && !revisions.contains {
          common.contains($0.hash) && $0.hash != candidate.hash
            && ancestors(of: $0).contains(candidate.hash)
        }
    }
  }

  /// Whether `revision` was made from the standing one, by its parents.
  func isUponStanding(_ revision: Revision) -> Bool {
    guard let standing else { return true }
    return EntryLine.lineage(of: revision, byHash).contains(standing.hash)
  }

  private func ancestors(of revision: Revision) -> Set<ContentHash> {
    var found: Set<ContentHash> = [revision.hash]
    var waiting = [revision]
    while let next = waiting.popLast() {
      for hash in next.record.settles + [next.record.parent].compactMap({ $0 })
      where found.insert(hash).inserted {
        if let further = byHash[hash] { waiting.append(further) }
      }
    }
    return found
  }

  private static func lineage(
    of revision: Revision, _ byHash: [ContentHash: Revision]
  ) -> Set<ContentHash> {
    var found: Set<ContentHash> = []
    var next: Revision? = revision
    while let current = next, found.insert(current.hash).inserted {
      next = current.record.parent.flatMap { byHash[$0] }
    }
    return found
  }

  static func fate(_ word: String?, isOwn: Bool) -> Fate {
    switch word.flatMap(Disposition.init(rawValue:)) {
    case .accepted, .duplicate: .accepted
    case .conflict: .conflict
    case .superseded: .superseded
    case .rejected: .rejected
    case nil: isOwn ? .pending : .accepted
    }
  }
}
