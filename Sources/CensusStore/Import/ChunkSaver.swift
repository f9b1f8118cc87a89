import CensusDomain
import CensusForms
import GRDB

/// Saves rows of one file in transactions; what the inventory or the store says comes last.
struct ChunkSaver: Sendable {
  let store: DeviceStore
  let reasons: [String: String]
  let file: String

  /// Saves what was judged in one transaction; rows that were refused before are passed on.
  ///
  /// - Throws: ``CensusError``, what the store said; nothing is saved then.
  func save(
    _ rows: [(row: RawRow, verdict: RowJudge.Verdict)]
  ) throws(CensusError) -> [SettledRow] {
    let judged = rows.compactMap { row, verdict -> JudgedRow? in
      guard case .judged(let judged) = verdict else { return nil }
      return judged
    }
    var outcomes = (judged.isEmpty ? [] : try save(judged)).makeIterator()
    return rows.map { row, verdict in
      switch verdict {
      case .refused(let finding):
        SettledRow(
          number: row.number, objectCode: "", outcome: .refused([finding]), original: row.original)
      case .judged(let judged):
        SettledRow(
          number: row.number, objectCode: judged.content.objectCode,
          outcome: outcomes.next() ?? .saved, original: row.original)
      }
    }
  }

  private func save(_ rows: [JudgedRow]) throws(CensusError) -> [ImportOutcome] {
    let now = store.clock.now()
    let regions = try store.regionTable.get()
    return try store.write { db in
      let claims = try ClaimKeeper(db)
      var writer = try RevisionWriter(db, identity: store.identity, claims: claims, now: now)
      let checker = try InventoryChecker(db, regions)
      var outcomes: [ImportOutcome] = []
      outcomes.reserveCapacity(rows.count)
      for row in rows {
        outcomes.append(try save(row, db, &writer, checker, claims, at: now))
      }
      try writer.finish()
      let saved = outcomes.count { $0 == .saved }
      try store.audit(db, "entries.imported", file, "\(saved)", at: now)
      return outcomes
    }
  }

  private func save(
    _ row: JudgedRow, _ db: Database, _ writer: inout RevisionWriter,
    _ checker: InventoryChecker, _ claims: ClaimKeeper, at now: Timestamp
  ) throws -> ImportOutcome {
    var findings = row.findings
    findings += try checker.findings(row.content, row.form.subject)
    var verdict = FindingVerdict(findings, reasons: reasons)
    guard verdict.isAcceptable else { return .refused(findings) }
    if let held = try writer.held(objectCode: row.content.objectCode, form: row.form.code) {
      if try store.holds(db, held, row.content.bytes) { return .alreadyThere }
      let message = DeviceStore.secondEntry(row.content.objectCode, row.form.code, held: held)
      return .refused([
        Finding(
          pointer: "/objectCode", rule: "oneEntryPerObject", level: .error,
          message: message.message)
      ])
    }
    let id = store.identifiers.next(at: now)
    // After the same object's own entry was looked for: a row that is there already breaks no rule.
    let rivals = try claims.findings(row.claims, of: id, form: row.form, content: row.content)
    if !rivals.isEmpty {
      findings += rivals
      verdict = FindingVerdict(findings, reasons: reasons)
      guard verdict.isAcceptable else { return .refused(findings) }
    }
    _ = try writer.add(
      entry: id, isKnown: false, form: row.form, parent: nil, reasons: verdict.keptReasons,
      content: row.content, claims: row.claims)
    return .saved
  }
}
