import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON
import Foundation
import GRDB

/// An entry that was filled with an earlier version of its form.
public struct OutdatedEntry: Sendable {
  /// The entry.
  public let row: EntryRow
  /// The form's newest version.
  public let form: Form
  /// How the entry stands under it; nil where the form's author did not say.
  public let earlier: EarlierVersion?
}

extension DeviceStore {
  /// The entries that were filled with an earlier version of their form, in the order in which they were begun.
  ///
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func outdated(by forms: FormCatalogue) throws(CensusError) -> [OutdatedEntry] {
    var outdated: [OutdatedEntry] = []
    for row in try entries(limit: .max) {
      guard let form = try forms.newest(row.form), form.version > row.formVersion else { continue }
      outdated.append(
        OutdatedEntry(row: row, form: form, earlier: form.earlierVersion(row.formVersion)))
    }
    return outdated
  }

  /// Carries a final entry over to `form`, the newer version of its form, as a further revision.
  ///
  /// The reasons that were given for warnings count on.
  /// - Returns: what stands in the way; the entry is as it was then.
  /// - Throws: ``CensusError``: `notFound`, `usage` where it never was final, `conflict` where a draft is open.
  public func carryOver(
    _ id: UniqueID, to form: Form, reasons: [String: String]
  ) throws(CensusError) -> FinalizeOutcome {
    let view = try entry(id)
    guard view.revision != nil else {
      throw CensusError(
        .usage, zh: "记录 \(id) 还没有定稿。", en: "Entry \(id) never was final.",
        remedy: LocalizedText(
          zh: "用 hazcensus entry edit \(id) --newest 按新版填写。",
          en: "Fill it in by the newer version with hazcensus entry edit \(id) --newest."))
    }
    guard !view.row.hasDraft else {
      throw CensusError(
        .conflict, zh: "记录 \(id) 有未定稿的修改。", en: "Entry \(id) has changes that are not final.",
        remedy: LocalizedText(
          zh: "先定稿或丢弃（entry finalize / entry discard）。",
          en: "Finalise or discard them first (entry finalize, entry discard)."))
    }
    let content = try carriedContent(of: view, to: form)
    let now = clock.now()
    return try write { db in
      let keeper = try ClaimKeeper(db)
      let (judged, claims, findings) = try judge(
        db, id, content, form: form, today: now.officeDay, keeper: keeper)
      let verdict = FindingVerdict(
        findings, reasons: view.reasons.merging(reasons) { _, given in given })
      guard verdict.isAcceptable else { return .blocked(verdict.blocking) }
      var writer = try RevisionWriter(db, identity: identity, claims: keeper, now: now)
      let hash = try writer.add(
        entry: id, isKnown: true, form: form, parent: try head(db, id),
        reasons: verdict.keptReasons, content: judged, claims: claims
      ).hash
      try writer.finish()
      try audit(db, "entry.carriedOver", id.description, "\(form.code)/\(form.version)", at: now)
      return .finalized(revision: hash, warnings: findings)
    }
  }

  private func carriedContent(of view: EntryView, to form: Form) throws(CensusError) -> [UInt8] {
    do {
      let content = try JSONValue.parse(view.content)
      return form.earlierVersion(view.row.formVersion)?.carried(content).encodedBytes
        ?? view.content
    } catch {
      throw CensusError(.invalidData, error.message)
    }
  }

  private func head(
    _ db: Database, _ id: UniqueID
  ) throws -> (number: Int, hash: ContentHash)? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT revision.number, revision.hash FROM entry
        JOIN revision ON revision.id = entry.head WHERE entry.entry = ?
        """, arguments: [Data(id.bytes)])
    return row.flatMap { row in
      ContentHash(bytes: row["hash"] as Data).map { (number: row["number"] as Int, hash: $0) }
    }
  }
}
