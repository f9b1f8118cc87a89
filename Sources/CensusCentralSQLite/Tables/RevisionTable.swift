import CensusAPI
import CensusDomain
import CensusHub
import CensusSQLite
import Foundation
import GRDB

/// The table `revision`.
final class RevisionTable: RevisionRecords {
  private let db: Database
  private let cursors: CursorCounter
  private let insert: LazyStatement
  private let findHash: LazyStatement
  private let findLink: LazyStatement
  private let findContender: LazyStatement
  private let insertSettled: LazyStatement

  init(_ db: Database, _ cursors: CursorCounter) {
    self.db = db
    self.cursors = cursors
    insert = LazyStatement(
      db,
      """
      INSERT INTO revision (
        cursor, device, sequence, entry, number, parent, hash, disposition, author, form,
        objectCode, townCode, receivedAt, record)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    findHash = LazyStatement(db, "SELECT hash FROM revision WHERE device = ? AND sequence = ?")
    findLink = LazyStatement(db, "SELECT parent FROM revision WHERE entry = ? AND hash = ?")
    findContender = LazyStatement(
      db, "SELECT 1 FROM revision WHERE entry = ? AND \(RevisionTable.isOpen) LIMIT 1")
    insertSettled = LazyStatement(
      db,
      """
      INSERT INTO settled (entry, hash, cursor)
      SELECT entry, hash, ?3 FROM revision
      WHERE entry = ?1 AND hash = ?2 AND disposition = 'conflict'
      ON CONFLICT (entry, hash) DO NOTHING
      """)
  }

  /// What is true of a revision that contends and that no later one has settled.
  private static let isOpen = """
    disposition = 'conflict' AND NOT EXISTS (
      SELECT 1 FROM settled WHERE settled.entry = revision.entry AND settled.hash = revision.hash)
    """

  func add(_ revision: StoredRevision, record: UnsafeRawBufferPointer) throws -> Int64 {
    let statement = try insert.ready()
    return try cursors.next { cursor in
      statement.bind(1, cursor)
      statement.bind(2, revision.device)
      statement.bind(3, revision.sequence)
      statement.bind(4, revision.entry)
      statement.bind(5, revision.number)
      statement.bind(6, revision.parent)
      statement.bind(7, revision.hash)
      statement.bind(8, revision.disposition.rawValue)
      statement.bind(9, revision.author)
      statement.bind(10, revision.form)
      statement.bind(11, revision.object)
      statement.bind(12, revision.town)
      statement.bind(13, revision.receivedAt.milliseconds)
      statement.bind(14, blobInPlace: record)
      try statement.run()
    }
  }

  func hash(of device: UniqueID, sequence: Int64) throws -> ContentHash? {
    let statement = try findHash.ready()
    statement.bind(1, device)
    statement.bind(2, sequence)
    defer { statement.reset() }
    return try statement.step() ? statement.hash(0) : nil
  }

  func newestSequence(of device: UniqueID) throws -> Int64 {
    try Int64.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT max(
            coalesce((SELECT max(sequence) FROM revision WHERE device = ?1), 0),
            coalesce((SELECT max(sequence) FROM quarantine WHERE device = ?1), 0))
          """), arguments: [device.data]) ?? 0
  }

  func link(_ hash: ContentHash, in entry: UniqueID) throws -> RevisionLink? {
    let statement = try findLink.ready()
    statement.bind(1, entry)
    statement.bind(2, hash)
    defer { statement.reset() }
    return try statement.step() ? RevisionLink(entry: entry, parent: statement.hash(0)) : nil
  }

  func record(at cursor: Int64) throws -> [UInt8]? {
    try Row.fetchOne(
      db, sql: "SELECT hash, record FROM revision WHERE cursor = ?", arguments: [cursor]
    ).flatMap { try RevisionTable.proved($0) }
  }

  func contenders(of entry: UniqueID) throws -> [[UInt8]] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT hash, record FROM revision WHERE entry = ? AND \(RevisionTable.isOpen) ORDER BY cursor
        """, arguments: [entry.data]
    ).map { row in
      guard let record = try RevisionTable.proved(row) else { throw Row.damaged("record") }
      return record
    }
  }

  /// The record of a row; nil where it was damaged on the disk and is never handed on as good.
  private static func proved(_ row: Row) throws -> [UInt8]? {
    let record = Array(row["record"] as Data)
    return ContentHash.sha256(of: record) == (try row.hash("hash")) ? record : nil
  }

  func all(of entry: UniqueID) throws -> [(disposition: Disposition, record: [UInt8])] {
    try Row.fetchAll(
      db, sql: "SELECT disposition, record FROM revision WHERE entry = ? ORDER BY cursor",
      arguments: [entry.data]
    ).map { row in
      guard let disposition = Disposition(rawValue: row["disposition"]) else {
        throw Row.damaged("disposition")
      }
      return (disposition: disposition, record: Array(row["record"] as Data))
    }
  }

  func isContested(_ entry: UniqueID) throws -> Bool {
    let statement = try findContender.ready()
    statement.bind(1, entry)
    defer { statement.reset() }
    return try statement.step()
  }

  func settle(_ hashes: [ContentHash], of entry: UniqueID, by cursor: Int64) throws {
    for hash in hashes {
      let statement = try insertSettled.ready()
      statement.bind(1, entry)
      statement.bind(2, hash)
      statement.bind(3, cursor)
      try statement.run()
    }
  }

  func visit(
    _ body: (_ cursor: Int64, _ hash: ContentHash, _ record: UnsafeRawBufferPointer) throws -> Void
  ) throws {
    let statement = try HotStatement(
      db, "SELECT cursor, hash, record FROM revision ORDER BY cursor")
    while try statement.step() {
      guard let hash = statement.hash(1) else { throw Row.damaged("hash") }
      try body(statement.integer(0), hash, statement.blob(2))
    }
  }
}
