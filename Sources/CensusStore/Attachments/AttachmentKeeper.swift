import CensusDomain
import CensusSQLite
import Foundation
import GRDB

/// Keeps what entries declare, within the transaction that makes a revision final.
final class AttachmentKeeper {
  private let db: Database
  private var insert: HotStatement?

  init(_ db: Database) { self.db = db }

  /// Puts `hashes` in place of what the entry declared before; what was sent is not forgotten.
  ///
  /// A new entry without attachments costs nothing.
  func set(_ hashes: [ContentHash], of entry: UniqueID, isKnown: Bool) throws {
    if isKnown {
      let held = try Data.fetchAll(
        db, sql: "SELECT hash FROM attachment WHERE entry = ?", arguments: [Data(entry.bytes)])
      for old in held where !hashes.contains(where: { Data($0.bytes) == old }) {
        try db.execute(
          sql: "DELETE FROM attachment WHERE entry = ? AND hash = ?",
          arguments: [Data(entry.bytes), old])
      }
    }
    for hash in hashes {
      let statement = try insertion()
      statement.bind(1, entry)
      statement.bind(2, hash)
      try statement.run()
    }
  }

  private func insertion() throws -> HotStatement {
    if let insert { return insert }
    let statement = try HotStatement(
      db, "INSERT INTO attachment (entry, hash) VALUES (?1, ?2) ON CONFLICT DO NOTHING")
    insert = statement
    return statement
  }
}
