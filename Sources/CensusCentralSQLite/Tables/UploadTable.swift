import CensusDomain
import CensusHub
import GRDB

/// The table `upload`.
final class UploadTable: UploadRecords {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func find(_ id: UniqueID) throws -> StoredUpload? {
    try Row.fetchOne(db, sql: "SELECT * FROM upload WHERE id = ?", arguments: [id.data])
      .map { try StoredUpload($0) }
  }

  func find(_ hash: ContentHash, of caller: String) throws -> StoredUpload? {
    try Row.fetchOne(
      db, sql: "SELECT * FROM upload WHERE hash = ? AND caller = ?",
      arguments: [hash.data, caller]
    ).map { try StoredUpload($0) }
  }

  func set(_ upload: StoredUpload) throws {
    try db.execute(
      sql: """
        INSERT INTO upload (id, hash, size, received, caller, expiresAt) VALUES (?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET received = excluded.received, expiresAt = excluded.expiresAt
        """,
      arguments: [
        upload.id.data, upload.hash.data, upload.size, upload.received, upload.caller,
        upload.expiresAt.milliseconds,
      ])
  }

  func remove(_ id: UniqueID) throws {
    try db.execute(sql: "DELETE FROM upload WHERE id = ?", arguments: [id.data])
  }

  func open(of caller: String) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM upload WHERE caller = ? AND received < size",
      arguments: [caller]) ?? 0
  }

  func all() throws -> [StoredUpload] {
    try Row.fetchAll(db, sql: "SELECT * FROM upload ORDER BY id").map { try StoredUpload($0) }
  }
}

extension StoredUpload {
  /// Reads a row of ``UploadTable``.
  fileprivate init(_ row: Row) throws {
    self.init(
      id: try row.id("id"), hash: try row.hash("hash"), size: row["size"],
      received: row["received"], caller: row["caller"],
      expiresAt: Timestamp(milliseconds: row["expiresAt"]))
  }
}
