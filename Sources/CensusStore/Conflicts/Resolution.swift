import CensusAPI
import CensusDomain
import CensusForms
import Foundation
import GRDB

/// A conflict that this device has merged or a person on it has decided.
public struct Resolution: Sendable, Codable, Hashable {
  /// The entry.
  public let entry: UniqueID
  /// Its form's code.
  public let form: String
  /// Its survey object.
  public let objectCode: String
  /// Whether it was merged without a person.
  public let isAutomatic: Bool
  /// Who filled the revision that contended.
  public let mine: String
  /// Who filled the revision that stood.
  public let theirs: String
  /// What was taken from where.
  public let fields: Fields
  /// When, ISO 8601.
  public let at: String

  /// The places of fields, JSON Pointers, by where their values came from.
  public struct Fields: Sendable, Codable, Hashable {
    /// Changed only by the contending revision, and taken from it.
    public let fromMine: [String]
    /// Changed only by the standing revision, and taken from it.
    public let fromTheirs: [String]
    /// Changed by both, and decided by a person.
    public let decided: [String]
  }

  func insert(_ db: Database, revision: ContentHash, at now: Timestamp) throws {
    try db.execute(
      sql: """
        INSERT INTO resolution (revision, entry, isAutomatic, mine, theirs, fields, at)
        SELECT id, entry, ?3, ?4, ?5, ?6, ?7 FROM revision WHERE entry = ?1 AND hash = ?2
        """,
      arguments: [
        Data(entry.bytes), Data(revision.bytes), isAutomatic, mine, theirs,
        String(decoding: try OperationCoding.encode(fields), as: UTF8.self), now.milliseconds,
      ])
  }

  init?(_ row: Row) throws {
    guard let entry = UniqueID(bytes: row["entry"] as Data) else { return nil }
    self.entry = entry
    form = row["form"]
    objectCode = row["objectCode"]
    isAutomatic = row["isAutomatic"]
    mine = row["mine"]
    theirs = row["theirs"]
    fields = try OperationCoding.decode(
      Fields.self, from: Array((row["fields"] as String).utf8))
    at = Timestamp(milliseconds: row["at"]).iso8601
  }

  init(_ view: ConflictView, isAutomatic: Bool, at now: Timestamp) {
    entry = view.row.entry
    form = view.row.form
    objectCode = view.row.objectCode
    self.isAutomatic = isAutomatic
    mine = view.mine.author
    theirs = view.theirs.author
    fields = Fields(
      fromMine: view.merge.fromMine, fromTheirs: view.merge.fromTheirs,
      decided: view.merge.conflicts.map(\.pointer))
    at = now.iso8601
  }
}
