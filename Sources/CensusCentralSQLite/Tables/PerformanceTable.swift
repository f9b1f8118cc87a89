import CensusAPI
import CensusDomain
import CensusHub
import Foundation
import GRDB

/// The tables `project` and `indicatorRecord`.
struct PerformanceTable: PerformanceRecords {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func projects() throws -> [StoredProject] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM project AS newest WHERE version = (
          SELECT max(version) FROM project
          WHERE project = newest.project AND year = newest.year)
        ORDER BY project, year
        """
    ).map { try StoredProject($0) }
  }

  func project(_ id: String, year: Int) throws -> StoredProject? {
    try Row.fetchOne(
      db, sql: "SELECT * FROM project WHERE project = ? AND year = ? ORDER BY version DESC LIMIT 1",
      arguments: [id, year]
    ).map { try StoredProject($0) }
  }

  func add(_ project: StoredProject) throws {
    try db.execute(
      sql: """
        INSERT INTO project (project, year, version, hash, json, addedAt) VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        project.id, project.year, project.version, project.hash.data, Data(project.json),
        project.addedAt.milliseconds,
      ])
  }

  func records(
    of project: String, from: CivilDate, to day: CivilDate
  ) throws -> [IndicatorRecord] {
    // Days written as YYYY-MM-DD sort as text.
    try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM indicatorRecord WHERE project = ? AND date BETWEEN ? AND ? ORDER BY date, id
        """,
      arguments: [project, from.description, day.description]
    ).map { try IndicatorRecord($0) }
  }

  func add(_ record: IndicatorRecord, at time: Timestamp) throws {
    try db.execute(
      sql: """
        INSERT INTO indicatorRecord (
          project, indicator, date, value, forecast, reason, likelihood, note, attachment,
          attachmentHash, addedAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        record.project, record.indicator, record.date.description, record.value, record.forecast,
        record.reason?.rawValue, record.likelihood?.rawValue, record.note, record.attachment,
        record.attachmentHash?.data, time.milliseconds,
      ])
  }
}

extension StoredProject {
  /// Reads a row of `project`.
  init(_ row: Row) throws {
    self.init(
      id: row["project"], year: row["year"], version: row["version"], hash: try row.hash("hash"),
      json: Array(row["json"] as Data), addedAt: Timestamp(milliseconds: row["addedAt"]))
  }
}

extension IndicatorRecord {
  /// Reads a row of `indicatorRecord`.
  init(_ row: Row) throws {
    let hash: Data? = row["attachmentHash"]
    self.init(
      project: row["project"], indicator: row["indicator"], date: try row.day("date"),
      value: row["value"], forecast: row["forecast"],
      reason: try IndicatorRecord.word(row, "reason"),
      likelihood: try IndicatorRecord.word(row, "likelihood"), note: row["note"],
      attachment: row["attachment"],
      attachmentHash: hash == nil ? nil : try row.hash("attachmentHash"))
  }

  private static func word<Word: RawRepresentable<String>>(
    _ row: Row, _ column: String
  ) throws -> Word? {
    guard let text: String = row[column] else { return nil }
    guard let word = Word(rawValue: text) else { throw Row.damaged(column) }
    return word
  }
}
