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
    ).map { row in
      ProgressCount(
        hazard: try row.hazard("hazard"), town: row["townCode"], author: row["author"],
        stage: Stage(rawValue: row["stage"]) ?? .none, count: row["count"])
    }
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
