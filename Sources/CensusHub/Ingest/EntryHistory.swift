import CensusAPI
import CensusDomain
import CensusSQLite
import GRDB

/// Reads what the store holds of an entry's revisions.
struct EntryHistory: ~Copyable {
  /// An entry's standing revision.
  struct Head {
    let hash: ContentHash
    let number: Int
    let form: String
    let object: String
    let town: String
    let author: String
  }

  /// What a revision was made from, past any revision that was rejected on the way.
  enum Origin: Equatable {
    case root
    case revision(ContentHash)
    case unknown
  }

  private let findHead: HotStatement
  private let findParent: HotStatement
  private let findQuarantined: HotStatement

  init(_ db: Database) throws {
    let findHead = try HotStatement(
      db,
      "SELECT headHash, number, form, objectCode, townCode, author FROM entry WHERE id = ?")
    let findParent = try HotStatement(db, "SELECT entry, parent FROM revision WHERE hash = ?")
    let findQuarantined = try HotStatement(
      db, "SELECT parent FROM quarantine WHERE hash = ? AND entry = ? LIMIT 1")
    self.findHead = findHead
    self.findParent = findParent
    self.findQuarantined = findQuarantined
  }

  /// The standing revision of `entry`; nil where there is no such entry.
  func head(of entry: UniqueID) throws -> Head? {
    findHead.bind(1, entry)
    defer { findHead.reset() }
    guard try findHead.step(), let hash = findHead.hash(0) else { return nil }
    return Head(
      hash: hash, number: Int(findHead.integer(1)), form: findHead.text(2),
      object: findHead.text(3), town: findHead.text(4), author: findHead.text(5))
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
    findParent.bind(1, hash)
    defer { findParent.reset() }
    if try findParent.step() {
      return UniqueID(bytes: findParent.blob(0)) == entry ? .accepted : .missing
    }
    findQuarantined.bind(1, hash)
    findQuarantined.bind(2, entry)
    defer { findQuarantined.reset() }
    return try findQuarantined.step() ? .rejected(findQuarantined.hash(0)) : .missing
  }

  /// Whether `hash` lies on the line that leads to `head`.
  func isAncestor(_ hash: ContentHash, of head: ContentHash) throws -> Bool {
    var next: ContentHash? = head
    while let current = next {
      if current == hash { return true }
      next = try parent(of: current)
    }
    return false
  }

  private func parent(of hash: ContentHash) throws -> ContentHash? {
    findParent.bind(1, hash)
    defer { findParent.reset() }
    if try findParent.step() { return findParent.hash(1) }
    return nil
  }
}
