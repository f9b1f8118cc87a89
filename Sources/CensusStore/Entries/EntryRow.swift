import CensusAPI
import CensusDomain
import Foundation
import GRDB

/// An entry in a list.
public struct EntryRow: Sendable, Codable {
  /// The entry.
  public let entry: UniqueID
  /// Its form's code.
  public let form: String
  /// The form's version.
  public let formVersion: Int
  /// Its survey object.
  public let objectCode: String
  /// Its township.
  public let townCode: String
  /// Who filled it.
  public let author: String
  /// Where it stands.
  public let state: EntryState
  /// Whether there is a working copy that was changed since.
  public let hasDraft: Bool
  /// The last final revision's number; 0 for none.
  public let number: Int
  /// When it last changed here, ISO 8601.
  public let updatedAt: String

  static let select = """
    SELECT entry.*, coalesce(revision.number, 0) AS number, draft.entry IS NOT NULL AS hasDraft
    FROM entry
    LEFT JOIN revision ON revision.id = entry.head
    LEFT JOIN draft ON draft.entry = entry.entry
    """

  /// An entry in conflict as a central tells of it.
  init(_ summary: EntrySummary, formVersion: Int) {
    entry = summary.entry
    form = summary.form
    self.formVersion = formVersion
    objectCode = summary.objectCode
    townCode = summary.townCode
    author = summary.author
    state = .conflict
    hasDraft = false
    number = summary.number
    updatedAt = summary.receivedAt
  }

  init?(_ row: Row) {
    guard let entry = UniqueID(bytes: row["entry"] as Data),
      let state = EntryState(rawValue: row["state"])
    else { return nil }
    self.entry = entry
    form = row["form"]
    formVersion = row["formVersion"]
    objectCode = row["objectCode"]
    townCode = row["townCode"]
    author = row["author"]
    self.state = state
    hasDraft = row["hasDraft"]
    number = row["number"]
    updatedAt = Timestamp(milliseconds: row["updatedAt"]).iso8601
  }
}

/// An entry whole: what stands in it, and what was said of it.
public struct EntryView: Sendable {
  /// The entry's heading.
  public let row: EntryRow
  /// The working copy if there is one, else the last final revision's content; JSON.
  public let content: [UInt8]
  /// The last final revision; nil where there is none yet.
  public let revision: ContentHash?
  /// Why warnings were accepted in the last final revision, by rule.
  public let reasons: [String: String]
  /// Its reviews, oldest first.
  public let reviews: [ReviewRecord]
  /// Why the central refused the last revision, if it did.
  public let faults: [Fault]
}
