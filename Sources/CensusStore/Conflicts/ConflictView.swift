import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON

/// One of the two revisions of a conflict.
public struct ConflictSide: Sendable {
  /// The revision.
  public let revision: ContentHash
  /// Its number within the entry.
  public let number: Int
  /// Who filled it.
  public let author: String
  /// The device that made it.
  public let device: UniqueID
  /// When it was made, by that device's clock; for people only.
  public let recordedAt: Timestamp
  /// Whether this device made it.
  public let isOwn: Bool
  /// Its content.
  public let content: JSONObject
}

/// A conflict as a person decides it: a revision that contends, and the one that stands.
public struct ConflictView: Sendable {
  /// The entry's heading.
  public let row: EntryRow
  /// What both were made from; empty where they have nothing in common.
  public let base: JSONObject
  /// The revision that contends.
  public let mine: ConflictSide
  /// The revision that stands.
  public let theirs: ConflictSide
  /// How the two merge, and the fields in which they cannot.
  public let merge: ContentMerge
  /// How many further revisions contend beside these two.
  public let further: Int
  /// Why warnings were accepted on either side, by rule.
  public let reasons: [String: String]
  let contender: EntryLine.Revision
  let top: EntryLine.Revision
  let settles: [ContentHash]

  init?(_ row: EntryRow, _ line: EntryLine, contender: EntryLine.Revision) throws {
    guard let top = line.top else { return nil }
    self.row = row
    self.contender = contender
    self.top = top
    base = ConflictView.common(
      try line.bases(of: contender, top).map { try ConflictView.object($0) })
    mine = try ConflictSide(contender)
    theirs = try ConflictSide(top)
    merge = ContentMerge(base: base, mine: mine.content, theirs: theirs.content)
    settles = line.settled(by: contender)
    further = line.tips.count - 1
    reasons = contender.record.reasons.merging(top.record.reasons) { mine, theirs in
      mine == theirs ? mine : "\(mine); \(theirs)"
    }
  }

  /// The members in which all of several bases agree: in any other one both sides have chosen anew.
  private static func common(_ bases: [JSONObject]) -> JSONObject {
    guard let first = bases.first else { return [:] }
    return JSONObject(
      first.filter { member in bases.allSatisfy { $0[member.name] == member.value } })
  }

  fileprivate static func object(_ revision: EntryLine.Revision) throws -> JSONObject {
    try JSONValue.parse(revision.content).object ?? [:]
  }
}

extension ConflictSide {
  fileprivate init(_ revision: EntryLine.Revision) throws {
    self.revision = revision.hash
    number = revision.record.number
    author = revision.record.author
    device = revision.record.device
    recordedAt = revision.record.recordedAt
    isOwn = revision.isOwn
    content = try ConflictView.object(revision)
  }
}
