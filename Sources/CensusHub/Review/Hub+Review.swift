import CensusAPI
import CensusDomain
import Foundation
import GRDB

extension Hub {
  /// The most entries that one request reviews.
  private static let mostReviewed = 100_000

  /// Passes or returns the standing revisions of entries; one that cannot be does not stop the others.
  func review(_ request: ReviewRequest, by caller: Caller) throws(CensusError) -> ReviewOutcome {
    try caller.require(.coordinate)
    guard request.level == .county || caller.isOfTheCity else { throw Hub.cityOnly }
    let comment = request.comment.trimmingCharacters(in: .whitespacesAndNewlines)
    guard request.verdict == .pass || !comment.isEmpty else { throw Hub.commentMissing }
    let fields = String(decoding: try OperationCoding.encode(request.fields), as: UTF8.self)
    return try commit { db in
      var outcome = ReviewOutcome(reviewed: [], refused: [])
      var cursor = try Hub.newestCursor(db)
      let stages = try StageKeeper(db)
      for entry in try Hub.chosen(db, request, by: caller) {
        do {
          let row = try Hub.entryRow(db, entry, for: caller)
          let standing = try Hub.standing(after: request, in: row)
          cursor += 1
          try insert(
            db, request, comment: comment, fields: fields, on: row, cursor: cursor, by: caller)
          try db.execute(
            sql: "UPDATE entry SET standing = ? WHERE id = ?",
            arguments: [standing.rawValue, entry.data])
          try stages.refresh(row["objectCode"], row["form"])
          outcome.reviewed.append(entry)
        } catch let error as CensusError where error.code == .notFound || error.code == .conflict {
          outcome.refused.append(.init(entry: entry, message: error.message))
        }
      }
      if !outcome.reviewed.isEmpty {
        try log(
          db, by: caller, "entries.reviewed", "\(outcome.reviewed.count)",
          "\(request.level.rawValue) \(request.verdict.rawValue)")
      }
      return outcome
    }
  }

  /// The entries that the request names, each once.
  private static func chosen(
    _ db: Database, _ request: ReviewRequest, by caller: Caller
  ) throws -> [UniqueID] {
    if !request.entries.isEmpty {
      var seen = Set<UniqueID>()
      return request.entries.filter { seen.insert($0).inserted }
    }
    guard let query = request.query else { throw nothingChosen }
    let filter = EntryFilter(query, for: caller)
    return try Row.fetchAll(
      db, sql: "SELECT id FROM entry WHERE \(filter.condition) ORDER BY headCursor LIMIT ?",
      arguments: filter.arguments + [max(0, min(query.limit, mostReviewed))]
    ).map { try $0.id("id") }
  }

  private static func standing(after request: ReviewRequest, in row: Row) throws -> EntryStanding {
    let now = try EntrySummary(row).standing
    switch ReviewRule.outcome(of: request.verdict, at: request.level, on: now) {
    case .success(let standing): return standing
    case .failure(let refusal): throw CensusError(.conflict, refusal.message)
    }
  }

  private func insert(
    _ db: Database, _ request: ReviewRequest, comment: String, fields: String, on row: Row,
    cursor: Int64, by caller: Caller
  ) throws {
    let now = clock.now()
    try db.execute(
      sql: """
        INSERT INTO review (
          cursor, id, entry, revision, level, verdict, comment, fields, reviewer, at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        cursor, identifiers.next(at: now).data, row["id"] as Data, row["headHash"] as Data,
        request.level.rawValue, request.verdict.rawValue, comment, fields, caller.name,
        now.milliseconds,
      ])
  }

  private static let cityOnly = CensusError(
    .permission, zh: "市级审核须由市级账号进行。",
    en: "A city review is given by an account of the city.",
    remedy: LocalizedText(
      zh: "请使用区域为市级代码（4 位）的账号。", en: "Use an account whose region is the city's, four digits."))

  private static let commentMissing = CensusError(
    .invalidData, zh: "退回必须写明意见；未作任何改动。",
    en: "A return needs a comment; nothing was changed.",
    remedy: LocalizedText(zh: "请加上 --comment。", en: "Add --comment."))

  private static let nothingChosen = CensusError(
    .usage, zh: "没有指定要审核的记录。", en: "No entries were named for review.",
    remedy: LocalizedText(
      zh: "请列出记录编号，或给出筛选条件。", en: "Name entries, or say which by a query."))
}
