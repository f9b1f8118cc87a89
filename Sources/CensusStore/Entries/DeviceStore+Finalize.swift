import CensusDomain
import CensusForms
import CensusJSON
import Foundation
import GRDB

/// What came of finalising an entry.
public enum FinalizeOutcome: Sendable {
  /// The entry has a new final revision with this hash.
  case finalized(revision: ContentHash, warnings: [Finding])
  /// It stays a draft, because of these findings.
  case blocked([Finding])
}

extension DeviceStore {
  /// Validates an entry's working copy and makes it the entry's next final revision.
  ///
  /// - Parameters:
  ///   - id: the entry.
  ///   - form: the form that it is judged by.
  ///   - reasons: why warnings are accepted, by rule name; `*` stands for every rule.
  /// - Throws: ``CensusError``: `notFound`, or `usage` where nothing waits to be finalised.
  public func finalize(
    _ id: UniqueID, form: Form, reasons: [String: String]
  ) throws(CensusError) -> FinalizeOutcome {
    let now = clock.now()
    return try write { db in
      let draft = try workingCopy(db, id)
      let keeper = try ClaimKeeper(db)
      let (content, claims, findings) = try judge(
        db, id, draft, form: form, today: now.officeDay, keeper: keeper)
      let verdict = FindingVerdict(findings, reasons: reasons)
      guard verdict.isAcceptable else { return .blocked(findings) }
      var writer = try RevisionWriter(db, identity: identity, claims: keeper, now: now)
      let hash = try writer.add(
        entry: id, isKnown: true, form: form, parent: try origin(db, id),
        reasons: verdict.keptReasons, content: content, claims: claims
      ).hash
      try writer.finish()
      try db.execute(sql: "DELETE FROM draft WHERE entry = ?", arguments: [Data(id.bytes)])
      try audit(db, "entry.finalized", id.description, hash.description, at: now)
      return .finalized(revision: hash, warnings: findings)
    }
  }

  /// What stands in the way of finalising an entry's working copy as it is; nothing is changed.
  ///
  /// - Throws: ``CensusError``: `notFound`, or `usage` where nothing waits to be finalised.
  public func obstacles(
    to id: UniqueID, form: Form, reasons: [String: String]
  ) throws(CensusError) -> [Finding] {
    let today = clock.now().officeDay
    return try read { db in
      let draft = try workingCopy(db, id)
      let findings = try judge(
        db, id, draft, form: form, today: today, keeper: try ClaimKeeper(db)
      ).findings
      return FindingVerdict(findings, reasons: reasons).blocking
    }
  }

  private func workingCopy(_ db: Database, _ id: UniqueID) throws -> [UInt8] {
    guard
      try Row.fetchOne(
        db, sql: "SELECT 1 FROM entry WHERE entry = ?", arguments: [Data(id.bytes)]) != nil
    else { throw unknownEntry(id.description) }
    let draft = try Data.fetchOne(
      db, sql: "SELECT CAST(content AS BLOB) FROM draft WHERE entry = ?",
      arguments: [Data(id.bytes)])
    guard let draft else {
      throw CensusError(
        .usage, zh: "记录 \(id) 没有待定稿的草稿。", en: "Entry \(id) has no draft to finalise.",
        remedy: LocalizedText(
          zh: "要修改请用 hazcensus entry edit \(id)。",
          en: "To change it use hazcensus entry edit \(id)."))
    }
    return Array(draft)
  }

  /// Judges a working copy by its form, by the inventory and beside the other entries.
  func judge(
    _ db: Database, _ id: UniqueID, _ draft: [UInt8], form: Form, today: CivilDate,
    keeper: ClaimKeeper
  ) throws -> (content: EntryContent, claims: [DistinctClaim], findings: [Finding]) {
    let validator = FormValidator(form: form, today: today, regions: regions)
    // What ceased to apply stays in the draft and does not become final.
    let kept = try JSONParser().withDocument(draft) { validator.withoutIrrelevant($0) }
    let (content, claims, ownFindings) = try JSONParser().withDocument(
      kept?.encodedBytes ?? draft
    ) { node in
      (EntryContent(node), form.claims(of: node), validator.validate(node))
    }
    var findings = ownFindings
    findings += try InventoryChecker(db, try regionTable.get()).findings(content, form.subject)
    let second = try secondEntryFindings(db, id, form: form, objectCode: content.objectCode)
    // A second entry of an object mostly claims what the first one does; that is said once.
    findings +=
      second.isEmpty
      ? try keeper.findings(claims, of: id, form: form, content: content) : second
    return (content, claims, findings)
  }

  private func secondEntryFindings(
    _ db: Database, _ id: UniqueID, form: Form, objectCode: String
  ) throws -> [Finding] {
    guard let other = try otherEntry(db, besides: id, form: form.code, objectCode: objectCode)
    else { return [] }
    return [
      Finding(
        pointer: "/objectCode", rule: "oneEntryPerObject", level: .error,
        message: DeviceStore.secondEntry(objectCode, form.code, held: other).message)
    ]
  }

  /// The other entry of the object that an entry's working copy names, if there is one.
  ///
  /// An entry that was final for the object before may be mended, whoever else surveyed it since.
  func otherEntry(
    _ db: Database, besides id: UniqueID, form: String, objectCode: String
  ) throws -> UniqueID? {
    guard !objectCode.isEmpty else { return nil }
    let held = try Data.fetchOne(
      db,
      sql: """
        SELECT other.entry FROM entry AS own JOIN entry AS other ON other.entry <> own.entry
        WHERE own.entry = ? AND other.objectCode = ? AND other.form = ?
          AND (own.head IS NULL OR own.objectCode <> other.objectCode)
        """, arguments: [Data(id.bytes), objectCode, form])
    return held.flatMap { UniqueID(bytes: $0) }
  }

  /// What the entry's working copy was made from; nil where it is the entry's first.
  ///
  /// Another device's revision may have come to stand since. The new revision then contends with it
  /// and is merged, instead of undoing it unseen.
  private func origin(
    _ db: Database, _ id: UniqueID
  ) throws -> (number: Int, hash: ContentHash)? {
    let row = try Row.fetchOne(
      db,
      sql: """
        SELECT revision.number, revision.hash FROM draft
        JOIN revision ON revision.entry = draft.entry AND revision.hash = draft.base
        WHERE draft.entry = ?
        """, arguments: [Data(id.bytes)])
    return row.flatMap { row in
      ContentHash(bytes: row["hash"] as Data).map { (number: row["number"] as Int, hash: $0) }
    }
  }
}
