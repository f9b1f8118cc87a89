import CensusAPI
import CensusDomain
import Foundation
import GRDB

extension EntrySummary {
  /// Reads an entry's heading from a row of `entry`.
  init(_ row: Row) throws {
    guard let standing = EntryStanding(rawValue: row["standing"]) else {
      throw Row.damaged("standing")
    }
    self.init(
      entry: try row.id("id"), form: row["form"], hazard: try row.hazard("hazard"),
      objectCode: row["objectCode"], townCode: row["townCode"], author: row["author"],
      number: row["number"], revision: try row.hash("headHash"), standing: standing,
      receivedAt: row.moment("receivedAt"))
  }
}

extension ReviewRecord {
  /// Reads a review from a row of `review`.
  init(_ row: Row) throws {
    guard let level = ReviewLevel(rawValue: row["level"]),
      let verdict = ReviewVerdict(rawValue: row["verdict"])
    else { throw Row.damaged("verdict") }
    self.init(
      id: try row.id("id"), entry: try row.id("entry"), revision: try row.hash("revision"),
      level: level, verdict: verdict, comment: row["comment"],
      fields: try OperationCoding.decode(
        [FieldComment].self, from: Array((row["fields"] as String).utf8)),
      reviewer: row["reviewer"], at: row["at"])
  }
}
