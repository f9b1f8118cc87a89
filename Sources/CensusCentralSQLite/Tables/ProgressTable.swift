import CensusDomain
import CensusHub
import GRDB

/// The table `progress`, and counts that an index of `entry` answers.
struct ProgressTable: ProgressCounts {
  private let db: Database

  init(_ db: Database) { self.db = db }

  func list(within region: RegionCode?) throws -> [ProgressCount] {
    let range = RegionRange(region)
    return try Row.fetchAll(
      db,
      sql: """
        SELECT * FROM progress WHERE count > 0 AND townCode >= ? AND townCode < ?
        ORDER BY hazard, townCode, author, stage
        """, arguments: [range.from, range.below]
    ).map { try ProgressCount($0) }
  }

  func recordedWithEntries(within region: RegionCode?) throws -> [ProgressCount] {
    let range = RegionRange(region)
    return try Row.fetchAll(
      db,
      sql: """
        SELECT hazard, townCode, author, stage, count(*) AS count FROM item
        WHERE stage = 1 AND shouldSurvey = 1 AND townCode >= ? AND townCode < ?
          AND NOT EXISTS (
            SELECT 1 FROM requirement WHERE requirement.item = item.id
              AND requirement.stage <= 1 AND NOT EXISTS (
                SELECT 1 FROM entry WHERE entry.objectCode = requirement.objectCode
                  AND entry.form = requirement.form))
        GROUP BY hazard, townCode, author ORDER BY hazard, townCode, author
        """, arguments: [range.from, range.below]
    ).map { try ProgressCount($0) }
  }

  func unlisted(within region: RegionCode?) throws -> Int {
    try count("isListed = 0", region)
  }

  func openConflicts(within region: RegionCode?) throws -> Int {
    try count("standing = 'conflict'", region)
  }

  private func count(_ condition: String, _ region: RegionCode?) throws -> Int {
    let range = RegionRange(region)
    return try Int.fetchOne(
      db,
      sql: "SELECT count(*) FROM entry WHERE \(condition) AND townCode >= ? AND townCode < ?",
      arguments: [range.from, range.below]) ?? 0
  }
}

extension ProgressCount {
  /// Reads a row of counts.
  fileprivate init(_ row: Row) throws {
    self.init(
      hazard: try row.hazard("hazard"), town: row["townCode"], author: row["author"],
      stage: Stage(rawValue: row["stage"]) ?? .none, count: row["count"])
  }
}
