import CensusDomain
import CensusForms
import CensusJSON
import Foundation
import GRDB

extension DeviceStore {
  /// Begins an entry with a first working copy, however incomplete.
  ///
  /// - Throws: ``CensusError``: `conflict` where the object already has an entry of this form.
  public func newDraft(form: Form, content: EntryContent) throws(CensusError) -> UniqueID {
    let now = clock.now()
    let id = identifiers.next(at: now)
    try write { db in
      try refuseSecondEntry(db, form: form.code, objectCode: content.objectCode)
      try db.cachedStatement(
        sql: """
          INSERT INTO entry (entry, form, formVersion, objectCode, townCode, author, state, updatedAt)
          VALUES (?, ?, ?, ?, ?, ?, 'draft', ?)
          """
      ).execute(
        arguments: [
          Data(id.bytes), form.code, form.version, content.objectCode, content.townCode,
          identity.surveyor, now.milliseconds,
        ])
      try putDraft(db, id, content, at: now)
      try audit(db, "draft.begun", id.description, form.code, at: now)
    }
    return id
  }

  /// Refuses an object that has another entry of this form already, before a working copy names it.
  ///
  /// - Throws: ``CensusError`` with code `conflict`, as beginning a second entry does.
  public func refuseSecondEntry(
    of objectCode: String, form: Form, besides id: UniqueID
  ) throws(CensusError) {
    let held = try read { db in
      try otherEntry(db, besides: id, form: form.code, objectCode: objectCode)
    }
    if let held { throw DeviceStore.secondEntry(objectCode, form.code, held: held) }
  }

  /// Saves a further state of an entry's working copy; the first one of a final entry opens it anew.
  ///
  /// - Throws: ``CensusError`` with code `notFound`.
  public func saveDraft(_ id: UniqueID, content: EntryContent) throws(CensusError) {
    let now = clock.now()
    try write { db in
      try db.cachedStatement(
        sql: """
          UPDATE entry SET
            objectCode = CASE WHEN head IS NULL THEN ?2 ELSE objectCode END,
            townCode = CASE WHEN head IS NULL THEN ?3 ELSE townCode END, updatedAt = ?4
          WHERE entry = ?1
          """
      ).execute(
        arguments: [
          Data(id.bytes), content.objectCode, content.townCode, now.milliseconds,
        ])
      guard db.changesCount == 1 else { throw unknownEntry(id.description) }
      try putDraft(db, id, content, at: now)
      try audit(db, "draft.saved", id.description, at: now)
    }
  }

  /// Throws the working copy away; final revisions stay.
  ///
  /// An entry that never was final goes whole.
  ///
  /// - Throws: ``CensusError``: `notFound`, or `usage` where there is no working copy.
  public func discardDraft(_ id: UniqueID) throws(CensusError) {
    let now = clock.now()
    try write { db in
      guard
        try Row.fetchOne(
          db, sql: "SELECT 1 FROM entry WHERE entry = ?", arguments: [Data(id.bytes)]) != nil
      else { throw unknownEntry(id.description) }
      let draft = try String.fetchOne(
        db, sql: "SELECT content FROM draft WHERE entry = ?", arguments: [Data(id.bytes)])
      guard let draft else {
        throw CensusError(
          .usage, zh: "记录 \(id) 没有草稿；已定稿的修订不能丢弃。",
          en: "Entry \(id) has no draft; final revisions cannot be discarded.")
      }
      // The words that were thrown away stay in the log: nothing is lost without a trace.
      try audit(db, "draft.discarded", id.description, draft, at: now)
      try db.execute(sql: "DELETE FROM draft WHERE entry = ?", arguments: [Data(id.bytes)])
      try db.execute(
        sql: "DELETE FROM entry WHERE entry = ? AND head IS NULL", arguments: [Data(id.bytes)])
    }
  }

  private func putDraft(
    _ db: Database, _ id: UniqueID, _ content: EntryContent, at now: Timestamp
  ) throws {
    try db.cachedStatement(
      sql: """
        INSERT INTO draft (entry, content, updatedAt, base)
        VALUES (?1, ?2, ?3, (
          SELECT revision.hash FROM entry JOIN revision ON revision.id = entry.head
          WHERE entry.entry = ?1))
        ON CONFLICT (entry) DO UPDATE SET content = excluded.content, updatedAt = excluded.updatedAt
        """
    ).execute(
      arguments: [
        Data(id.bytes), String(decoding: content.bytes, as: UTF8.self), now.milliseconds,
      ])
  }

  private func refuseSecondEntry(_ db: Database, form: String, objectCode: String) throws {
    guard !objectCode.isEmpty else { return }
    let held = try Data.fetchOne(
      db.cachedStatement(sql: "SELECT entry FROM entry WHERE objectCode = ? AND form = ?"),
      arguments: [objectCode, form])
    if let held, let id = UniqueID(bytes: held) {
      throw DeviceStore.secondEntry(objectCode, form, held: id)
    }
  }

  static func secondEntry(_ objectCode: String, _ form: String, held: UniqueID) -> CensusError {
    CensusError(
      .conflict, zh: "对象 \(objectCode) 已有一份 \(form) 记录（\(held)）。",
      en: "Object \(objectCode) already has a \(form) entry (\(held)).",
      remedy: LocalizedText(
        zh: "请修改那一份：hazcensus entry edit \(held)。",
        en: "Mend that one: hazcensus entry edit \(held)."))
  }
}
