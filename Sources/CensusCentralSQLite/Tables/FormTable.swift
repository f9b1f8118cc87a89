import CensusDomain
import CensusHub
import Foundation
import GRDB

/// The table `form`.
struct FormTable: FormRecords {
  private let db: Database
  private let cursors: CursorCounter

  init(_ db: Database, _ cursors: CursorCounter) {
    self.db = db
    self.cursors = cursors
  }

  func find(_ code: String, version: Int) throws -> StoredForm? {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM form WHERE code = ? AND version = ?", arguments: [code, version])
    return try row.map { try StoredForm($0) }
  }

  func list() throws -> [StoredForm] {
    try Row.fetchAll(db, sql: "SELECT * FROM form ORDER BY cursor").map { try StoredForm($0) }
  }

  func add(_ form: StoredForm) throws {
    _ = try cursors.next { cursor in
      try db.execute(
        sql: """
          INSERT INTO form (cursor, code, version, hash, json, addedAt) VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          cursor, form.code, form.version, form.hash.data, Data(form.json),
          form.addedAt.milliseconds,
        ])
    }
  }
}

extension StoredForm {
  /// Reads a row of `form`.
  init(_ row: Row) throws {
    self.init(
      code: row["code"], version: row["version"], hash: try row.hash("hash"),
      json: Array(row["json"] as Data), addedAt: Timestamp(milliseconds: row["addedAt"]))
  }
}
