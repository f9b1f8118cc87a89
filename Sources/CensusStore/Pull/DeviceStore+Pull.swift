import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON
import Foundation
import GRDB

extension DeviceStore {
  /// How far this device has read the central's changes.
  ///
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func cursor() throws(CensusError) -> Int64 {
    try read { db in try Int64.fetchOne(db, sql: "SELECT cursor FROM device") ?? 0 }
  }

  /// The head of the central's audit chain that came with the cursor; nil where none did, and at the
  /// beginning.
  ///
  /// - Throws: ``CensusError`` if the store cannot be read.
  public func placeHead() throws(CensusError) -> ContentHash? {
    try read { db in
      try Data.fetchOne(db, sql: "SELECT feedHead FROM device WHERE cursor > 0")
    }
    .flatMap { ContentHash(bytes: $0) }
  }

  /// Takes in a page of changes and moves the cursor, in one transaction.
  ///
  /// - Parameter forms: the forms known here, those of the page among them; they say what others' entries
  ///   claim for themselves.
  /// - Throws: ``CensusError`` if the store cannot be written.
  public func apply(_ page: ChangePage, forms: FormCatalogue) throws(CensusError) {
    try write { db in
      let claims = try ClaimKeeper(db)
      for change in page.changes {
        switch change.kind {
        case .inventory: break
        case .form(let form): try keep(form, db)
        case .review(let review): try apply(db, review)
        case .revision(let hash, let disposition, let record):
          try apply(db, hash, disposition, record, forms, claims)
        }
      }
      if !page.hasMore { try passOverUnseen(db, forms) }
      try db.execute(
        sql: "UPDATE device SET cursor = ?, feedHead = ?",
        arguments: [page.next, page.head.map { Data($0.bytes) }])
    }
  }

  /// Goes back to the beginning of the central's changes, which do not go on from this device's cursor.
  ///
  /// Nothing is deleted, and what comes again changes nothing; others' revisions that do not come again
  /// stand no more, and how far reviews have brought an entry is for the central to say.
  /// - Throws: ``CensusError`` if the store cannot be written.
  public func restartPull() throws(CensusError) {
    let now = clock.now()
    try write { db in
      let cursor = try Int64.fetchOne(db, sql: "SELECT cursor FROM device") ?? 0
      // An inventory of the same number may now be another one.
      try db.execute(sql: "UPDATE device SET cursor = 0, inventoryVersion = 0")
      try db.execute(
        sql: "UPDATE entry SET state = 'sent' WHERE state = 'accepted' OR state = 'returned'")
      try db.execute(
        sql: "INSERT OR IGNORE INTO unseen SELECT id FROM revision WHERE sequence IS NULL")
      try audit(db, "changes.restarted", String(cursor), at: now)
    }
  }

  /// Remembers the central's address where none is known yet, so that it need not be typed again.
  ///
  /// - Throws: ``CensusError`` if the store cannot be written.
  public func rememberCentral(_ address: String) throws(CensusError) {
    let known = try read { db in try String.fetchOne(db, sql: "SELECT central FROM device") }
    guard known == nil else { return }
    try write { db in
      try db.execute(
        sql: "UPDATE device SET central = ? WHERE central IS NULL", arguments: [address])
    }
  }

  /// Notes that a sync went through to its end.
  ///
  /// - Throws: ``CensusError`` if the store cannot be written.
  public func noteSync(with central: String) throws(CensusError) {
    let now = clock.now()
    try write { db in
      try db.execute(
        sql: "UPDATE device SET lastSyncAt = ?, central = ?",
        arguments: [now.milliseconds, central])
    }
  }

  private func apply(_ db: Database, _ review: ReviewRecord) throws {
    let json = String(decoding: try OperationCoding.encode(review), as: UTF8.self)
    try db.execute(
      sql: """
        INSERT INTO review (id, entry, revision, json, at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (id) DO NOTHING
        """,
      arguments: [
        Data(review.id.bytes), Data(review.entry.bytes), Data(review.revision.bytes), json,
        review.at,
      ])
    let isNew = db.changesCount == 1
    // A review of an older revision says nothing of the one that was made since, nor does one that
    // comes again say anything of a conflict that came after it.
    let state: EntryState = review.verdict == .pass ? .accepted : .returned
    try db.execute(
      sql: """
        UPDATE entry SET state = ?1
        WHERE entry = ?2 AND head = (SELECT id FROM revision WHERE entry = ?2 AND hash = ?3)
          AND (?4 OR state = 'sent' OR state = 'accepted' OR state = 'returned')
        """,
      arguments: [
        state.rawValue, Data(review.entry.bytes), Data(review.revision.bytes), isNew,
      ])
  }

  /// Keeps another device's revision, and lets it stand if the central let it stand.
  private func apply(
    _ db: Database, _ hash: ContentHash, _ disposition: Disposition, _ bytes: [UInt8],
    _ forms: FormCatalogue, _ claims: ClaimKeeper
  ) throws {
    let (record, content, claimed) = try JSONParser().withDocument(bytes) { node in
      let (record, content) = try RevisionRecord.read(node)
      let form = try forms.form(record.form, version: record.formVersion)
      return (record, EntryContent(content), form?.claims(of: content) ?? [])
    }
    guard record.device != identity.device else { return }
    try db.execute(
      sql: """
        INSERT INTO revision (entry, number, parent, hash, record) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (entry, number, hash) DO NOTHING
        """,
      arguments: [
        Data(record.entry.bytes), record.number, record.parent.map { Data($0.bytes) },
        Data(hash.bytes), Data(bytes),
      ])
    guard db.changesCount == 1 else {
      try noteSeen(db, record, hash)
      let isFormer = try noteFormer(db, record.entry, hash, disposition)
      guard try isFormer || keepAside(db, record.entry, hash, disposition) else { return }
      return try StandingKeeper(db: db, forms: forms, damaged: damaged).refresh(record.entry)
    }
    let id = db.lastInsertedRowID
    if disposition != .accepted { _ = try keepAside(db, record.entry, hash, disposition) }
    try db.execute(
      sql: """
        INSERT INTO entry
          (entry, form, formVersion, objectCode, townCode, author, head, state, updatedAt)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (entry) DO NOTHING
        """,
      arguments: [
        Data(record.entry.bytes), record.form, record.formVersion,
        content.objectCode, content.townCode, record.author, id,
        (disposition == .conflict ? EntryState.conflict : .sent).rawValue,
        clock.now().milliseconds,
      ])
    guard db.changesCount == 1 else {
      return try StandingKeeper(db: db, forms: forms, damaged: damaged).refresh(record.entry)
    }
    if disposition == .accepted {
      try claims.set(claimed, of: record.entry, form: record.form, isKnown: true)
    }
  }

  /// Notes what the central made of a revision that was made anew; false where it was not.
  ///
  /// This device recorded it under a former identity and never had an answer for it: a copy of the store
  /// has sent it. What the central holds stands there, and not what was made of it anew.
  private func noteFormer(
    _ db: Database, _ entry: UniqueID, _ hash: ContentHash, _ disposition: Disposition
  ) throws -> Bool {
    // A full resync asks this of each revision that is there already.
    try db.cachedStatement(
      sql: """
        INSERT INTO receipt (sequence, disposition, auditHead, receivedAt)
        SELECT sequence, ?3, zeroblob(32), ?4 FROM revision JOIN remade USING (sequence)
        WHERE entry = ?1 AND hash = ?2
        ON CONFLICT (sequence) DO NOTHING
        """
    ).execute(arguments: [
      Data(entry.bytes), Data(hash.bytes), disposition.rawValue, clock.now().milliseconds,
    ])
    return db.changesCount == 1
  }
}
