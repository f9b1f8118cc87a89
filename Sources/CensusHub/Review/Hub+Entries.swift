import CensusAPI
import CensusDomain

extension Hub {
  /// The most entries that one list gives.
  private static let longestList = 100_000

  /// Lists entries within the caller's region, oldest first.
  func listEntries(_ query: EntryQuery, by caller: Caller) throws(CensusError) -> EntryList {
    try caller.require(.coordinate)
    let selection = EntrySelection(query, for: caller)
    return try fetch { records in
      let total = try records.entries.count(selection)
      let entries = try records.entries.list(
        selection, limit: max(0, min(query.limit, Hub.longestList)))
      return EntryList(entries: entries.map { EntrySummary($0) }, total: total)
    }
  }

  /// Shows one entry with its record, what contends with it, and its reviews.
  func showEntry(
    _ reference: EntryReference, by caller: Caller
  ) throws(CensusError) -> EntryDetail {
    try caller.require(.coordinate)
    return try fetch { records in
      let entry = try Hub.entry(reference.entry, in: records, for: caller)
      guard let record = try records.revisions.record(at: entry.headCursor) else {
        throw Hub.damagedRecord(entry.id)
      }
      let contenders = try records.revisions.contenders(of: entry.id)
      return EntryDetail(
        summary: EntrySummary(entry), record: String(decoding: record, as: UTF8.self),
        contenders: contenders.map { String(decoding: $0, as: UTF8.self) },
        rivals: try RivalCheck(records, forms: forms, caller: caller).rivals(of: entry),
        reviews: try records.reviews.list(of: entry.id))
    }
  }

  private static func damagedRecord(_ id: UniqueID) -> CensusError {
    CensusError(
      .inputOutput, zh: "中心保存的记录 \(id) 与其摘要不符，存储已损坏。",
      en: "The central's record of entry \(id) does not agree with its hash: the store is damaged.",
      remedy: LocalizedText(
        zh: "请中心管理员先复制整个存储文件夹，再运行 hazcensus verify。",
        en:
          "The central's keeper copies the whole store's folder first, then runs hazcensus verify.")
    )
  }

  /// An entry within the caller's region; one outside it might as well not be there.
  static func entry(
    _ id: UniqueID, in records: any CentralTransaction, for caller: Caller
  ) throws -> StoredEntry {
    let entry = try records.entries.find(id)
    guard let entry, caller.reaches(town: entry.town) else {
      throw CensusError(
        .notFound, zh: "没有调查记录 \(id)，或它不在您的区域内。",
        en: "There is no entry \(id), or it is not within your region.",
        remedy: LocalizedText(zh: "用 hazcensus review list 查看。", en: "See hazcensus review list.")
      )
    }
    return entry
  }
}

extension EntrySummary {
  /// An entry's heading.
  init(_ entry: StoredEntry) {
    self.init(
      entry: entry.id, form: entry.form, hazard: entry.subject, objectCode: entry.object,
      townCode: entry.town, author: entry.author, number: entry.number,
      revision: entry.headHash, standing: entry.standing, receivedAt: entry.receivedAt.iso8601)
  }
}
