import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON
import Foundation
import GRDB

extension DeviceStore {
  /// Makes a final revision that settles an entry's conflict with `content`.
  ///
  /// - Parameters:
  ///   - view: the conflict as it was decided.
  ///   - content: what is to stand.
  ///   - form: the form that it is judged by.
  ///   - reasons: why further warnings are accepted; those given on either side hold on.
  /// - Throws: ``CensusError``: `conflict` where the entry has changed since `view` was read.
  public func resolve(
    _ view: ConflictView, content: JSONObject, form: Form, reasons: [String: String]
  ) throws(CensusError) -> FinalizeOutcome {
    let now = clock.now()
    return try write { db in
      let present = try conflict(db, view.row.entry)
      guard present?.contender.hash == view.contender.hash, present?.top.hash == view.top.hash
      else { throw changedMeanwhile(view.row.entry) }
      return try settle(
        db, view, content, form: form, reasons: reasons, isAutomatic: false, at: now)
    }
  }

  /// Merges this device's own contenders whose fields nobody else changed, and lets every contested
  /// entry show what stands.
  ///
  /// A merge that would break a rule, or that needs a reason nobody gave, is left to a person; so is
  /// one that the central refused before.
  /// - Throws: ``CensusError`` if the store cannot be written.
  public func mergeConflicts(forms: FormCatalogue) throws(CensusError) -> [Resolution] {
    let entries = try read { db in try contested(db).filter { try isUnsettled(db, $0) } }
    var merged: [Resolution] = []
    for entry in entries {
      let now = clock.now()
      let resolution = try write { db -> Resolution? in
        try StandingKeeper(db: db, forms: forms, damaged: damaged).refresh(entry)
        return try merge(db, entry, forms: forms, at: now)
      }
      if let resolution { merged.append(resolution) }
    }
    return merged
  }

  /// Whether there is something to do for a contested entry, so that old conflicts cost no writing.
  private func isUnsettled(_ db: Database, _ entry: UniqueID) throws -> Bool {
    let state = try String.fetchOne(
      db, sql: "SELECT state FROM entry WHERE entry = ?", arguments: [Data(entry.bytes)])
    if state == EntryState.conflict.rawValue { return true }
    return try !EntryLine(db, entry, damaged: damaged(entry)).open.isEmpty
  }

  private func merge(
    _ db: Database, _ entry: UniqueID, forms: FormCatalogue, at now: Timestamp
  ) throws -> Resolution? {
    // Another device's contender is for that device or for a person: else both would merge it.
    let line = try EntryLine(db, entry, damaged: damaged(entry))
    guard let view = try conflict(db, entry), view.mine.isOwn, view.merge.conflicts.isEmpty,
      !line.wasRefused(view.contender), let form = try view.form(of: forms)
    else { return nil }
    let outcome = try settle(
      db, view, view.merge.content, form: form, reasons: [:], isAutomatic: true, at: now)
    guard case .finalized = outcome else { return nil }
    return Resolution(view, isAutomatic: true, at: now)
  }

  private func settle(
    _ db: Database, _ view: ConflictView, _ content: JSONObject, form: Form,
    reasons: [String: String], isAutomatic: Bool, at now: Timestamp
  ) throws -> FinalizeOutcome {
    let id = view.row.entry
    let keeper = try ClaimKeeper(db)
    let (content, claims, findings) = try judge(
      db, id, JSONValue.object(content).encodedBytes, form: form, today: now.officeDay,
      keeper: keeper)
    let verdict = FindingVerdict(findings, reasons: view.reasons.merging(reasons) { $1 })
    guard verdict.isAcceptable else { return .blocked(findings) }
    var writer = try RevisionWriter(db, identity: identity, claims: keeper, now: now)
    let hash = try writer.add(
      entry: id, isKnown: true, form: form,
      parent: (number: view.top.record.number, hash: view.top.hash),
      reasons: verdict.keptReasons, content: content, claims: claims, settles: view.settles
    ).hash
    try writer.finish()
    try Resolution(view, isAutomatic: isAutomatic, at: now).insert(db, revision: hash, at: now)
    try audit(
      db, isAutomatic ? "conflict.merged" : "conflict.decided", id.description, hash.description,
      at: now)
    return .finalized(revision: hash, warnings: findings)
  }

  private func changedMeanwhile(_ id: UniqueID) -> CensusError {
    CensusError(
      .conflict, zh: "记录 \(id) 在您处理期间又有变化，未作改动。",
      en: "Entry \(id) changed while you were deciding; nothing was changed.",
      remedy: LocalizedText(
        zh: "重新查看：hazcensus conflict show \(id)。",
        en: "Look again: hazcensus conflict show \(id)."))
  }
}

extension ConflictView {
  /// The form that a merge is judged by: the newer of both sides' versions, if it is known here.
  ///
  /// - Throws: ``CensusError`` where a built-in form has a mistake.
  public func form(of forms: FormCatalogue) throws(CensusError) -> Form? {
    try forms.form(
      row.form, version: max(contender.record.formVersion, top.record.formVersion))
  }
}
