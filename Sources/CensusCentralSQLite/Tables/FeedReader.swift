import CensusAPI
import CensusDomain
import CensusHub
import Foundation
import GRDB

/// Reads revisions, reviews, inventory versions and forms by cursor.
struct FeedReader: FeedRecords {
  private let db: Database
  private let cursors: CursorCounter

  init(_ db: Database, _ cursors: CursorCounter) {
    self.db = db
    self.cursors = cursors
  }

  func newestCursor() throws -> Int64 { try cursors.newest() }

  func inventoryVersions(_ span: CursorSpan, limit: Int) throws -> [Change] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT cursor, version FROM inventoryVersion
          WHERE cursor > ? AND cursor <= ? ORDER BY cursor LIMIT ?
          """), arguments: [span.after, span.through, limit]
    ).map { Change(cursor: $0["cursor"], kind: .inventory(version: $0["version"])) }
  }

  func forms(_ span: CursorSpan, limit: Int) throws -> [Change] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: "SELECT * FROM form WHERE cursor > ? AND cursor <= ? ORDER BY cursor LIMIT ?"),
      arguments: [span.after, span.through, limit]
    ).map { row in
      let form = try StoredForm(row)
      return Change(
        cursor: row["cursor"],
        kind: .form(
          FormAnnouncement(
            code: form.code, version: form.version, hash: form.hash, schema: form.json)))
    }
  }

  func reviews(_ span: CursorSpan, within region: RegionCode?, limit: Int) throws -> [Change] {
    let range = RegionRange(region)
    return try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT review.* FROM review JOIN entry ON entry.id = review.entry
          WHERE review.cursor > ? AND review.cursor <= ?
            AND entry.townCode >= ? AND entry.townCode < ?
          ORDER BY review.cursor LIMIT ?
          """), arguments: [span.after, span.through, range.from, range.below, limit]
    ).map { Change(cursor: $0["cursor"], kind: .review(try ReviewRecord($0))) }
  }

  func visitRevisions(
    _ span: CursorSpan, within region: RegionCode?, notOf device: UniqueID, limit: Int,
    _ body: (Change) throws -> Bool
  ) throws {
    let range = RegionRange(region)
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT cursor, hash, disposition, record FROM revision
          WHERE cursor > ? AND cursor <= ? AND device <> ? AND townCode >= ? AND townCode < ?
          ORDER BY cursor LIMIT ?
          """),
      arguments: [span.after, span.through, device.data, range.from, range.below, limit])
    while let row = try rows.next() {
      let record = Array(row["record"] as Data)
      // One that was damaged on the disk is never handed on as good, and the others go out without it;
      // a verification names it.
      guard let hash = try? row.hash("hash"), ContentHash.sha256(of: record) == hash else {
        continue
      }
      let kind = Change.Kind.revision(
        hash: hash, disposition: Disposition(rawValue: row["disposition"]) ?? .accepted,
        record: record)
      guard try body(Change(cursor: row["cursor"], kind: kind)) else { return }
    }
  }

  func answers(
    to device: UniqueID, after sequence: Int64, limit: Int
  ) throws -> [ReceiptItem] {
    let rows = try Row.fetchCursor(
      db.cachedStatement(
        sql: """
          SELECT sequence, hash, disposition, NULL AS faults FROM revision
            WHERE device = ?1 AND sequence > ?2
          UNION ALL
          SELECT sequence, hash, 'rejected', faults FROM quarantine
            WHERE device = ?1 AND sequence > ?2
          ORDER BY sequence LIMIT ?3
          """), arguments: [device.data, sequence, limit])
    var items: [ReceiptItem] = []
    while let row = try rows.next() {
      items.append(
        ReceiptItem(
          sequence: row["sequence"], hash: try row.hash("hash"),
          disposition: Disposition(rawValue: row["disposition"]) ?? .accepted,
          faults: (row["faults"] as String?).map { Fault.decode(text: $0) } ?? []))
    }
    return items
  }

  func visitEvents(
    upTo moment: Timestamp, _ body: (_ entry: UniqueID, _ event: EntryEvent) throws -> Void
  ) throws {
    let rows = try Row.fetchCursor(
      db, sql: FeedReader.events(revisions: "receivedAt <= ?1", reviews: "at <= ?1"),
      arguments: [moment.milliseconds])
    while let row = try rows.next() {
      try body(try row.id("entry"), try EntryEvent(row))
    }
  }

  func history(of entry: UniqueID) throws -> [(at: Timestamp, event: EntryEvent)] {
    try Row.fetchAll(
      db.cachedStatement(
        sql: FeedReader.events(revisions: "entry = ?1", reviews: "entry = ?1")),
      arguments: [entry.data]
    ).map { row in
      (Timestamp(milliseconds: row["time"]), try EntryEvent(row))
    }
  }

  /// What happened to entries in commit order, of the revisions and reviews that fit.
  private static func events(revisions: String, reviews: String) -> String {
    """
    SELECT cursor, entry, hash, disposition, objectCode, form, townCode, author,
        NULL AS level, NULL AS verdict,
        EXISTS (
          SELECT 1 FROM revision AS other
          WHERE other.entry = revision.entry AND other.disposition = 'conflict'
            AND other.cursor < revision.cursor
            AND NOT EXISTS (
              SELECT 1 FROM settled
              WHERE settled.entry = other.entry AND settled.hash = other.hash
                AND settled.cursor <= revision.cursor)) AS isContested,
        receivedAt AS time
      FROM revision WHERE \(revisions) AND disposition <> 'superseded'
    UNION ALL
    SELECT cursor, entry, revision, NULL, NULL, NULL, NULL, NULL, level, verdict, NULL, at
      FROM review WHERE \(reviews)
    ORDER BY cursor
    """
  }
}

extension EntryEvent {
  fileprivate init(_ row: Row) throws {
    switch row["disposition"] as String? {
    case "accepted":
      self = .accepted(
        revision: try row.hash("hash"), object: row["objectCode"], form: row["form"],
        town: row["townCode"], author: row["author"], isContested: row["isContested"])
    case .some: self = .contended
    case nil:
      guard let level = ReviewLevel(rawValue: row["level"]),
        let verdict = ReviewVerdict(rawValue: row["verdict"])
      else { throw Row.damaged("verdict") }
      self = .reviewed(level, verdict, of: try row.hash("hash"))
    }
  }
}
