import CensusAPI
import CensusDomain
import CensusForms
import Foundation
import GRDB

/// What a central that was restored from a backup makes of others' revisions that are here already.
extension DeviceStore {
  /// Notes that the central has shown a revision again.
  func noteSeen(_ db: Database, _ record: RevisionRecord, _ hash: ContentHash) throws {
    try db.cachedStatement(
      sql: """
        DELETE FROM unseen WHERE revision IN (
          SELECT id FROM revision WHERE entry = ? AND number = ? AND hash = ?)
        """
    ).execute(arguments: [Data(record.entry.bytes), record.number, Data(hash.bytes)])
  }

  /// Lets what a restored central did not show again stand no more.
  ///
  /// It is kept; should its device bring it back to the central, it is judged anew.
  func passOverUnseen(_ db: Database, _ forms: FormCatalogue) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT revision.entry AS entry, revision.hash AS hash
        FROM unseen JOIN revision ON revision.id = unseen.revision
        """)
    guard !rows.isEmpty else { return }
    try db.execute(sql: "DELETE FROM unseen")
    var entries = Set<UniqueID>()
    for row in rows {
      guard let entry = UniqueID(bytes: row["entry"] as Data),
        let hash = ContentHash(bytes: row["hash"] as Data)
      else { continue }
      entries.insert(entry)
      _ = try keepAside(db, entry, hash, .superseded)
    }
    let keeper = StandingKeeper(db: db, forms: forms, damaged: damaged)
    for entry in entries { try keeper.refresh(entry) }
  }

  /// Notes what the central made of another device's revision; false where that was known.
  ///
  /// It is another than before where the central was restored, and the devices' revisions came to it
  /// once more in another order.
  func keepAside(
    _ db: Database, _ entry: UniqueID, _ hash: ContentHash, _ disposition: Disposition
  ) throws -> Bool {
    guard disposition != .accepted else {
      try db.execute(
        sql: "DELETE FROM aside WHERE entry = ? AND hash = ?",
        arguments: [Data(entry.bytes), Data(hash.bytes)])
      return db.changesCount == 1
    }
    try db.execute(
      sql: """
        INSERT INTO aside (entry, hash, disposition) VALUES (?1, ?2, ?3)
        ON CONFLICT (entry, hash) DO UPDATE SET disposition = ?3 WHERE disposition <> ?3
        """,
      arguments: [
        Data(entry.bytes), Data(hash.bytes),
        (disposition == .conflict ? Disposition.conflict : .superseded).rawValue,
      ])
    return db.changesCount == 1
  }
}
