import CensusAPI
import CensusDomain
import CensusHub
import GRDB

/// Stretches of `revision` and `review`, found by the order in which both were committed.
struct PeriodTable: PeriodRecords {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func touched(after start: Timestamp) throws -> [UniqueID] {
    let cursor = try cursor(after: start)
    return try Row.fetchAll(
      db,
      sql: """
        SELECT entry FROM revision WHERE cursor >= ?1 AND receivedAt > ?2
        UNION SELECT entry FROM review WHERE cursor >= ?1 AND at > ?2
        """, arguments: [cursor, start.milliseconds]
    ).map { try $0.id("entry") }
  }

  func entries(on object: String, form: String) throws -> [UniqueID] {
    try Row.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM entry WHERE objectCode = ? AND form = ? ORDER BY id"),
      arguments: [object, form]
    ).map { try $0.id("id") }
  }

  func codesChanged(from old: Int, to new: Int) throws -> [String] {
    guard old != new else { return [] }
    return try String.fetchAll(
      db,
      sql: """
        SELECT DISTINCT objectCode FROM inventoryHistory
        WHERE (since > ?1 AND since <= ?2) OR (until > ?1 AND until <= ?2)
        """, arguments: [old, new])
  }

  func objects(_ code: String, in version: Int) throws -> [InventoryObject] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT * FROM inventoryHistory
          WHERE objectCode = ? AND since <= ? AND (until IS NULL OR until > ?2) ORDER BY hazard
          """), arguments: [code, version]
    ).map { try InventoryObject($0) }
  }

  func returns(after start: Timestamp, upTo end: Timestamp) throws -> [PeriodEvent] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT review.entry, revision.form, entry.hazard, revision.objectCode, revision.townCode,
          review.reviewer AS author, review.comment, review.fields, review.at,
          (SELECT min(next.receivedAt) FROM revision AS next
            WHERE next.entry = review.entry AND next.cursor > review.cursor
              AND next.disposition = 'accepted' AND next.receivedAt <= ?3) AS followedAt
        FROM review
          JOIN revision ON revision.entry = review.entry AND revision.hash = review.revision
          LEFT JOIN entry ON entry.id = review.entry
        WHERE review.cursor >= ?1 AND review.verdict = 'return' AND review.at > ?2
          AND review.at <= ?3
        ORDER BY review.cursor
        """,
      arguments: [try cursor(after: start), start.milliseconds, end.milliseconds]
    ).map { try PeriodEvent($0) }
  }

  func lateArrivals(after start: Timestamp, upTo end: Timestamp) throws -> [PeriodEvent] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT revision.entry, revision.form, entry.hazard, revision.objectCode, revision.townCode,
          revision.author, '' AS comment, '[]' AS fields, revision.receivedAt AS at,
          NULL AS followedAt
        FROM revision LEFT JOIN entry ON entry.id = revision.entry
        WHERE revision.cursor >= ?1 AND revision.receivedAt > ?2 AND revision.receivedAt <= ?3
          AND revision.disposition = 'accepted'
          AND NOT EXISTS (
            SELECT 1 FROM revision AS earlier
            WHERE earlier.entry = revision.entry AND earlier.cursor < revision.cursor)
          AND CAST(record AS TEXT) ->> '$.recordedAt' <= ?2
        ORDER BY revision.cursor
        """,
      arguments: [try cursor(after: start), start.milliseconds, end.milliseconds]
    ).map { try PeriodEvent($0) }
  }

  /// A place in the commit order before which nothing is later than `start`.
  ///
  /// Times hardly ever go back from one commit to the next, so the place is looked for by halves, and a day
  /// before the period's start allows for a clock that was set back.
  private func cursor(after start: Timestamp) throws -> Int64 {
    let wanted = start.milliseconds - 86_400_000
    var low: Int64 = 0
    var high = (try Int64.fetchOne(db, sql: "SELECT max(cursor) FROM revision") ?? 0) + 1
    while low + 1 < high {
      let middle = (low + high) / 2
      let time = try Int64.fetchOne(
        db, sql: "SELECT receivedAt FROM revision WHERE cursor >= ? ORDER BY cursor LIMIT 1",
        arguments: [middle])
      if let time, time <= wanted { low = middle } else { high = middle }
    }
    return low
  }
}

extension PeriodEvent {
  /// Reads a row of one of the questions above.
  fileprivate init(_ row: Row) throws {
    self.init(
      entry: try row.id("entry"), form: row["form"],
      subject: (row["hazard"] as String?).flatMap { FormSubject(rawValue: $0) },
      object: row["objectCode"], town: row["townCode"], author: row["author"],
      comment: row["comment"],
      fields: try OperationCoding.decode(
        [FieldComment].self, from: Array((row["fields"] as String).utf8)),
      at: Timestamp(milliseconds: row["at"]),
      followedAt: (row["followedAt"] as Int64?).map { Timestamp(milliseconds: $0) })
  }
}
