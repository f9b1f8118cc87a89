import CensusDomain
import CensusHub
import Foundation
import GRDB

/// The tables `paper` and `dayCount`.
struct PaperTable: PaperRecords {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func count(withPrefix prefix: String) throws -> Int {
    try Int.fetchOne(
      db, sql: "SELECT count(*) FROM paper WHERE substr(number, 1, ?) = ?",
      arguments: [prefix.unicodeScalars.count, prefix]) ?? 0
  }

  func add(_ paper: StoredPaper) throws {
    try db.execute(
      sql: """
        INSERT INTO paper (number, kind, asOf, issuedAt, author, hash, json)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        paper.head.number, paper.head.kind.rawValue, paper.head.asOf.description,
        paper.head.issuedAt.milliseconds, paper.head.author, paper.head.hash.data,
        Data(paper.json),
      ])
  }

  func find(_ number: String) throws -> StoredPaper? {
    try Row.fetchOne(db, sql: "SELECT * FROM paper WHERE number = ?", arguments: [number])
      .map { try StoredPaper($0) }
  }

  func newest() throws -> StoredPaper? {
    try Row.fetchOne(db, sql: "SELECT * FROM paper ORDER BY id DESC LIMIT 1")
      .map { try StoredPaper($0) }
  }

  func list(_ kind: PaperKind?) throws -> [PaperHead] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT number, kind, asOf, issuedAt, author, hash FROM paper
        WHERE ?1 IS NULL OR kind = ?1 ORDER BY id
        """, arguments: [kind?.rawValue]
    ).map { try PaperHead($0) }
  }

  func day(_ day: CivilDate) throws -> StoredDay? {
    try Row.fetchOne(db, sql: "SELECT * FROM dayCount WHERE day = ?", arguments: [day.description])
      .map { try StoredDay($0) }
  }

  func keep(_ day: StoredDay) throws {
    try db.execute(
      sql: "INSERT OR REPLACE INTO dayCount (day, hash, json, sums) VALUES (?, ?, ?, ?)",
      arguments: [
        day.day.description, day.hash.data, Data(day.json), Data(day.sums),
      ])
  }

  func days(from first: CivilDate, to last: CivilDate) throws -> [StoredDay] {
    try Row.fetchAll(
      db, sql: "SELECT * FROM dayCount WHERE day BETWEEN ? AND ? ORDER BY day",
      arguments: [first.description, last.description]
    ).map { try StoredDay($0) }
  }
}

extension PaperHead {
  /// Reads a row of `paper`.
  fileprivate init(_ row: Row) throws {
    guard let kind = PaperKind(rawValue: row["kind"]) else { throw Row.damaged("kind") }
    self.init(
      number: row["number"], kind: kind, asOf: try row.day("asOf"),
      issuedAt: Timestamp(milliseconds: row["issuedAt"]), author: row["author"],
      hash: try row.hash("hash"))
  }
}

extension StoredPaper {
  /// Reads a row of `paper`.
  fileprivate init(_ row: Row) throws {
    self.init(head: try PaperHead(row), json: Array(row["json"] as Data))
  }
}

extension StoredDay {
  /// Reads a row of `dayCount`.
  fileprivate init(_ row: Row) throws {
    self.init(
      day: try row.day("day"), hash: try row.hash("hash"), json: Array(row["json"] as Data),
      sums: Array(row["sums"] as Data))
  }
}
