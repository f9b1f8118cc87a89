import CensusAPI
import CensusDomain
import Foundation
import GRDB

extension Hub {
  /// The most entries that one list gives.
  private static let longestList = 100_000

  /// Lists entries within the caller's region, oldest first.
  func listEntries(_ query: EntryQuery, by caller: Caller) throws(CensusError) -> EntryList {
    try caller.require(.coordinate)
    let filter = EntryFilter(query, for: caller)
    return try fetch { db in
      let total = try Int.fetchOne(
        db, sql: "SELECT count(*) FROM entry WHERE \(filter.condition)",
        arguments: filter.arguments)
      let rows = try Row.fetchAll(
        db,
        sql: "SELECT * FROM entry WHERE \(filter.condition) ORDER BY headCursor LIMIT ?",
        arguments: filter.arguments + [max(0, min(query.limit, Hub.longestList))])
      return EntryList(entries: try rows.map { try EntrySummary($0) }, total: total ?? 0)
    }
  }

  /// Shows one entry with its record, what contends with it, and its reviews.
  func showEntry(
    _ reference: EntryReference, by caller: Caller
  ) throws(CensusError) -> EntryDetail {
    try caller.require(.coordinate)
    return try fetch { db in
      let row = try Hub.entryRow(db, reference.entry, for: caller)
      let id = reference.entry.data
      let record = try Data.fetchOne(
        db, sql: "SELECT record FROM revision WHERE cursor = ?",
        arguments: [row["headCursor"] as Int64])
      // What contends with the standing revision came after it; what came before was settled by it.
      let contenders = try Data.fetchAll(
        db,
        sql: """
          SELECT record FROM revision
          WHERE entry = ? AND disposition = 'conflict' AND cursor > ?
          ORDER BY cursor
          """, arguments: [id, row["headCursor"] as Int64])
      let reviews = try Row.fetchAll(
        db, sql: "SELECT * FROM review WHERE entry = ? ORDER BY cursor", arguments: [id])
      return EntryDetail(
        summary: try EntrySummary(row), record: String(decoding: record ?? Data(), as: UTF8.self),
        contenders: contenders.map { String(decoding: $0, as: UTF8.self) },
        reviews: try reviews.map { try ReviewRecord($0) })
    }
  }

  /// The row of an entry within the caller's region; one outside it might as well not be there.
  static func entryRow(_ db: Database, _ entry: UniqueID, for caller: Caller) throws -> Row {
    let row = try Row.fetchOne(
      db, sql: "SELECT * FROM entry WHERE id = ?", arguments: [entry.data])
    guard let row, caller.reaches(try row.region("townCode")) else {
      throw CensusError(
        .notFound, zh: "没有调查记录 \(entry)，或它不在您的区域内。",
        en: "There is no entry \(entry), or it is not within your region.",
        remedy: LocalizedText(zh: "用 hazcensus entries list 查看。", en: "See hazcensus entries list.")
      )
    }
    return row
  }
}
