import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON
import Foundation
import GRDB

/// Makes an entry on this device show what the central lets stand, whatever came in which order.
struct StandingKeeper {
  let db: Database
  /// The forms known here; nil where what the entry claims cannot have changed.
  let forms: FormCatalogue?
  let damaged: (UniqueID) -> CensusError

  /// Lets the entry stand anew; an entry that nobody contests keeps the state that it has.
  func refresh(_ entry: UniqueID) throws {
    let line = try EntryLine(db, entry, damaged: damaged(entry))
    let row = try Row.fetchOne(
      db, sql: "SELECT head, state FROM entry WHERE entry = ?", arguments: [Data(entry.bytes)])
    guard let row, let top = line.top else { return }
    let held = line.revisions.first { $0.id == row["head"] as Int64? }
    // A refused revision waits to be mended, until somebody else's has overtaken it.
    if let held, held.fate == .rejected, line.isUponStanding(held) { return }
    let state: EntryState =
      if top.fate == .pending {
        .ready
      } else if top.fate == .conflict || !line.open.isEmpty || line.hasStrayPending {
        .conflict
      } else {
        try reviewed(entry, top.hash)
      }
    try raise(entry, to: top, state)
  }

  private func raise(
    _ entry: UniqueID, to top: EntryLine.Revision, _ state: EntryState
  ) throws {
    let form = try forms?.form(top.record.form, version: top.record.formVersion)
    let (content, claims) = try JSONParser().withDocument(top.content) { node in
      (EntryContent(node), form?.claims(of: node) ?? [])
    }
    try db.execute(
      sql: """
        UPDATE entry SET head = ?2, state = ?3, formVersion = ?4, objectCode = ?5, townCode = ?6,
          author = ?7
        WHERE entry = ?1
        """,
      arguments: [
        Data(entry.bytes), top.id, state.rawValue, top.record.formVersion, content.objectCode,
        content.townCode, top.record.author,
      ])
    guard form != nil else { return }
    try ClaimKeeper(db).set(claims, of: entry, form: top.record.form, isKnown: true)
  }

  /// What the last review made of the standing revision; sent where there was none.
  private func reviewed(_ entry: UniqueID, _ hash: ContentHash) throws -> EntryState {
    let json = try Data.fetchOne(
      db,
      sql: """
        SELECT CAST(json AS BLOB) FROM review WHERE entry = ? AND revision = ?
        ORDER BY at DESC LIMIT 1
        """, arguments: [Data(entry.bytes), Data(hash.bytes)])
    guard let json else { return .sent }
    let review = try OperationCoding.decode(ReviewRecord.self, from: Array(json))
    return review.verdict == .pass ? .accepted : .returned
  }
}
