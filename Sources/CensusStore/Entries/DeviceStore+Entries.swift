import CensusAPI
import CensusDomain
import CensusJSON
import Foundation
import GRDB

extension DeviceStore {
  /// Entries in the order in which they were begun, optionally of one state.
  ///
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func entries(
    state: EntryState? = nil, form: String? = nil, limit: Int = 10_000
  ) throws(CensusError) -> [EntryRow] {
    try read { db in
      let sql =
        EntryRow.select
        + " WHERE (?1 IS NULL OR entry.state = ?1) AND (?2 IS NULL OR entry.form = ?2)"
        + " ORDER BY entry.id LIMIT ?3"
      let rows = try Row.fetchAll(db, sql: sql, arguments: [state?.rawValue, form, limit])
      return rows.compactMap(EntryRow.init)
    }
  }

  /// The entry whose identifier is, or begins with, `text`.
  ///
  /// - Throws: ``CensusError``: `notFound`, or `usage` where several begin so.
  public func find(_ text: String) throws(CensusError) -> UniqueID {
    if let id = UniqueID(text) { return id }
    let matches = try entries(limit: .max).map(\.entry).filter {
      $0.description.hasPrefix(text.lowercased())
    }
    guard let first = matches.first, text.utf8.count >= 4 else { throw unknownEntry(text) }
    guard matches.count == 1 else {
      throw CensusError(
        .usage, zh: "有 \(matches.count) 条记录以“\(text)”开头，请多写几位。",
        en: "\(matches.count) entries begin with “\(text)”; give more of the identifier.")
    }
    return first
  }

  func unknownEntry(_ text: String) -> CensusError {
    CensusError(
      .notFound, zh: "本机没有记录“\(text)”。", en: "This device has no entry “\(text)”.",
      remedy: LocalizedText(
        zh: "用 hazcensus entry list 查看编号。", en: "See the identifiers with hazcensus entry list."))
  }

  /// One entry whole.
  ///
  /// The record's hash is proved before it is shown.
  /// - Throws: ``CensusError``: `notFound`, or `inputOutput` where the record is damaged.
  public func entry(_ id: UniqueID) throws(CensusError) -> EntryView {
    try read { db in
      let found = try Row.fetchOne(
        db, sql: EntryRow.select + " WHERE entry.entry = ?", arguments: [Data(id.bytes)])
      guard let found, let row = EntryRow(found) else { throw unknownEntry(id.description) }
      let draft = try Data.fetchOne(
        db, sql: "SELECT CAST(content AS BLOB) FROM draft WHERE entry = ?",
        arguments: [Data(id.bytes)])
      let reviews = try Data.fetchAll(
        db, sql: "SELECT CAST(json AS BLOB) FROM review WHERE entry = ? ORDER BY at",
        arguments: [Data(id.bytes)])
      let faults = try Data.fetchOne(
        db,
        sql: """
          SELECT CAST(receipt.faults AS BLOB) FROM entry
          JOIN revision ON revision.id = entry.head JOIN receipt USING (sequence)
          WHERE entry.entry = ? AND receipt.faults IS NOT NULL
          """, arguments: [Data(id.bytes)])
      let head = try headRevision(db, id)
      return EntryView(
        row: row, content: draft.map { Array($0) } ?? head?.content ?? Array("{}".utf8),
        revision: head?.hash, reasons: head?.reasons ?? [:],
        reviews: try reviews.map { try OperationCoding.decode(ReviewRecord.self, from: Array($0)) },
        faults: try faults.map { try JSONParser().withDocument(Array($0), Fault.decode) } ?? [])
    }
  }

  /// The content of the entry's last final revision.
  func headContent(_ db: Database, _ id: UniqueID) throws -> [UInt8] {
    try headRevision(db, id)?.content ?? Array("{}".utf8)
  }

  /// The entry's last final revision, its hash proved; nil where there is none yet.
  private func headRevision(
    _ db: Database, _ id: UniqueID
  ) throws -> (hash: ContentHash, reasons: [String: String], content: [UInt8])? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT revision.record, revision.hash FROM entry
        JOIN revision ON revision.id = entry.head WHERE entry.entry = ?
        """, arguments: [Data(id.bytes)])
    guard let row else { return nil }
    let record = Array(row["record"] as Data)
    let hash = ContentHash.sha256(of: record)
    guard Data(hash.bytes) == row["hash"] as Data else { throw damaged(id) }
    return try JSONParser().withDocument(record) { node in
      let (envelope, content) = try RevisionRecord.read(node)
      return (hash: hash, reasons: envelope.reasons, content: Array(content.raw))
    }
  }

  /// What to say of an entry whose content is not an object.
  public func unreadable(_ id: UniqueID) -> CensusError { damaged(id) }

  func damaged(_ id: UniqueID) -> CensusError {
    CensusError(
      .inputOutput, zh: "记录 \(id) 的内容与其摘要不符，存储已损坏。",
      en: "The record of entry \(id) does not agree with its hash: the store is damaged.",
      remedy: LocalizedText(
        zh: "先复制整个存储文件夹，再运行 hazcensus doctor。",
        en: "Copy the whole store's folder first, then run hazcensus doctor."))
  }
}
