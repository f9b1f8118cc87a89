import CensusAPI
import CensusDomain
import Foundation

extension Hub {
  /// The most entries that one request reviews.
  private static let mostReviewed = 100_000

  /// Passes or returns the standing revisions of entries; one that cannot be does not stop the others.
  func review(_ request: ReviewRequest, by caller: Caller) throws(CensusError) -> ReviewOutcome {
    try caller.require(.coordinate)
    guard request.level == .county || caller.isOfTheCity else { throw Hub.cityOnly }
    let comment = request.comment.trimmingCharacters(in: .whitespacesAndNewlines)
    guard request.verdict == .pass || !comment.isEmpty else { throw Hub.commentMissing }
    return try commit { records in
      var outcome = ReviewOutcome(reviewed: [], refused: [])
      let stages = StageKeeper(records)
      let rivals = RivalCheck(records, forms: forms, caller: caller)
      for id in try Hub.chosen(records, request, by: caller) {
        do {
          let entry = try Hub.entry(id, in: records, for: caller)
          let standing = try Hub.standing(after: request, on: entry)
          if standing == .countyPassed { try rivals.admit(entry) }
          if request.verdict == .pass { try Hub.requireAttachments(of: entry, in: records) }
          try add(request, comment: comment, on: entry, to: records.reviews, by: caller)
          try records.entries.set(standing, of: id)
          try stages.refresh(entry.object, entry.form)
          outcome.reviewed.append(id)
        } catch let error as CensusError where error.code == .notFound || error.code == .conflict {
          outcome.refused.append(.init(entry: id, message: error.message))
        }
      }
      if !outcome.reviewed.isEmpty {
        try log(
          records, by: caller, "entries.reviewed", "\(outcome.reviewed.count)",
          "\(request.level.rawValue) \(request.verdict.rawValue)")
      }
      return outcome
    }
  }

  /// The entries that the request names, each once.
  private static func chosen(
    _ records: any CentralTransaction, _ request: ReviewRequest, by caller: Caller
  ) throws -> [UniqueID] {
    if !request.entries.isEmpty {
      var seen = Set<UniqueID>()
      return request.entries.filter { seen.insert($0).inserted }
    }
    guard let query = request.query else { throw nothingChosen }
    return try records.entries.list(
      EntrySelection(query, for: caller), limit: max(0, min(query.limit, mostReviewed))
    ).map(\.id)
  }

  private static func standing(
    after request: ReviewRequest, on entry: StoredEntry
  ) throws -> EntryStanding {
    switch ReviewRule.outcome(of: request.verdict, at: request.level, on: entry.standing) {
    case .success(let standing): return standing
    case .failure(let refusal): throw CensusError(.conflict, refusal.message)
    }
  }

  private func add(
    _ request: ReviewRequest, comment: String, on entry: StoredEntry,
    to reviews: any ReviewRecords, by caller: Caller
  ) throws {
    let now = clock.now()
    _ = try reviews.add(
      ReviewRecord(
        id: identifiers.next(at: now), entry: entry.id, revision: entry.headHash,
        level: request.level, verdict: request.verdict, comment: comment,
        fields: request.fields, reviewer: caller.name, at: now.milliseconds))
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
