import CensusAPI
import CensusDomain
import GRDB

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
