import CensusAPI
import CensusDomain
import CensusHub
import CensusSQLite
import Foundation
import GRDB

/// The table `quarantine`.
final class QuarantineTable: QuarantineRecords {
  private let db: Database
  private let insert: LazyStatement
  private let findAnswer: LazyStatement
  private let findLink: LazyStatement
  private let findAuthor: LazyStatement

  init(_ db: Database) {
    self.db = db
    insert = LazyStatement(
      db,
      """
      INSERT INTO quarantine
        (device, sequence, hash, batch, entry, parent, author, form, objectCode, faults, at, record)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    findAnswer = LazyStatement(
      db, "SELECT hash, faults FROM quarantine WHERE device = ? AND sequence = ?")
    findLink = LazyStatement(
      db, "SELECT parent FROM quarantine WHERE hash = ? AND entry = ? LIMIT 1")
    findAuthor = LazyStatement(
      db,
      """
      SELECT author FROM quarantine WHERE objectCode = ? AND form = ? AND author <> ''
      ORDER BY device, sequence LIMIT 1
      """)
  }

  func add(_ revision: QuarantinedRevision, record: UnsafeRawBufferPointer) throws {
    let statement = try insert.ready()
    statement.bind(1, revision.device)
    statement.bind(2, revision.sequence)
    statement.bind(3, revision.hash)
    statement.bind(4, revision.batch)
    if let link = revision.link {
      statement.bind(5, link.entry)
      statement.bind(6, link.parent)
    } else {
      statement.bindNull(5)
      statement.bindNull(6)
    }
    statement.bind(7, revision.author)
    statement.bind(8, revision.form)
    statement.bind(9, revision.object)
    statement.bind(10, String(decoding: Fault.encode(revision.faults), as: UTF8.self))
    statement.bind(11, revision.at.milliseconds)
    statement.bind(12, blobInPlace: record)
    try statement.run()
  }

  func find(
    _ device: UniqueID, sequence: Int64
  ) throws -> (hash: ContentHash, faults: [Fault])? {
    let statement = try findAnswer.ready()
    statement.bind(1, device)
    statement.bind(2, sequence)
    defer { statement.reset() }
    guard try statement.step(), let hash = statement.hash(0) else { return nil }
    return (hash, Fault.decode(text: statement.text(1)))
  }

  func contains(_ hash: ContentHash, of device: UniqueID, sequence: Int64) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM quarantine WHERE device = ? AND sequence = ? AND hash = ?)
        """, arguments: [device.data, sequence, hash.data]) ?? false
  }

  func record(of device: UniqueID, sequence: Int64) throws -> [UInt8]? {
    try Data.fetchOne(
      db, sql: "SELECT record FROM quarantine WHERE device = ? AND sequence = ?",
      arguments: [device.data, sequence]
    ).map { Array($0) }
  }

  func link(_ hash: ContentHash, in entry: UniqueID) throws -> RevisionLink? {
    let statement = try findLink.ready()
    statement.bind(1, hash)
    statement.bind(2, entry)
    defer { statement.reset() }
    return try statement.step() ? RevisionLink(entry: entry, parent: statement.hash(0)) : nil
  }

  func author(of object: String, form: String) throws -> String? {
    let statement = try findAuthor.ready()
    statement.bind(1, object)
    statement.bind(2, form)
    defer { statement.reset() }
    return try statement.step() ? statement.text(0) : nil
  }

  func visit(upTo moment: Timestamp, _ body: (QuarantinedWork) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT objectCode, form, author FROM quarantine
        WHERE at <= ? AND author <> '' AND objectCode <> '' ORDER BY device, sequence
        """, arguments: [moment.milliseconds])
    while let row = try rows.next() {
      try body(
        QuarantinedWork(object: row["objectCode"], form: row["form"], author: row["author"]))
    }
  }
}
