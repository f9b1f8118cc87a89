import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON
import CensusStore
import Foundation
import GRDB

extension StoreSalvage {
  /// Tables of a device that are taken as they are; the outbox, claims and states are made anew.
  private static let plain = [
    "device", "formerIdentity", "rejoin", "remade", "link", "form", "receipt", "review",
    "inventoryObject", "aside", "entry", "draft", "resolution", "attachment",
    "bundleKey",
  ]

  /// Fills a device's new store.
  mutating func fillDevice(_ db: Database) throws {
    try takeAudit(db)
    try take(db, StoreSalvage.plain)
    let proved = provedRevisions()
    try requireOwner(db, proved.filter { !isNull("sequence", $0.row) }.map { $0.proved })
    try takeRevisions(db, proved)
    try settleNumbers(db)
    try settleIdentity(db)
    try completeEntries(db)
    try prune(db)
    // What was sent and has an answer waits no more; what has none is sent again.
    try db.execute(
      sql: """
        INSERT INTO outbox (sequence) SELECT sequence FROM revision
        WHERE sequence > (SELECT startsAfter FROM device)
          AND sequence NOT IN (SELECT sequence FROM receipt)
          AND sequence NOT IN (SELECT sequence FROM remade)
        """)
    try DeviceRebuild.run(db, forms: try forms(db))
  }

  private func isNull(_ name: String, _ row: TableRow) -> Bool {
    table("revision").flatMap { value(name, row, $0) } ?? .null == .null
  }

  /// Makes the device's own row from its last revision where it was lost.
  private mutating func requireOwner(_ db: Database, _ own: [Proved]) throws {
    guard try Int.fetchOne(db, sql: "SELECT count(*) FROM device") == 0 else { return }
    guard let last = own.max(by: { $0.record.sequence < $1.record.sequence }) else {
      throw CensusError(
        .invalidData, zh: "\(folder) 中已找不到设备自己的身份和修订，无法重建存储。",
        en: "\(folder) tells no more whose device it was, so no store can be rebuilt.",
        remedy: LocalizedText(
          zh: "用 hazcensus salvage --output 取出仍完好的记录。",
          en: "Gather what is intact with hazcensus salvage --output."))
    }
    try db.execute(
      sql: """
        INSERT INTO device (one, id, district, surveyor, createdAt) VALUES (1, ?, ?, ?, ?)
        """,
      arguments: [
        Data(last.record.device.bytes), String(last.townCode.prefix(6)), last.record.author,
        clock.now().milliseconds,
      ])
    outcome.lost.append(
      StoreFault(
        "device", zh: "设备自己的一行已丢失，按最后一份修订重建。",
        en: "The device's own row was lost and made from its last revision."))
  }

  private mutating func takeRevisions(
    _ db: Database, _ proved: [(row: TableRow, proved: Proved)]
  ) throws {
    guard let table = table("revision") else { return }
    let writer = RowWriter(db, table)
    var held: Set<ContentHash> = []
    for (row, revision) in proved {
      let left: Set<String> = isNull("sequence", row) ? ["sequence"] : []
      do {
        try insert(revision, row, row.rowid, writer, table, without: left)
        held.insert(revision.hash)
      } catch {
        // Its bytes are taken below, under another number.
        continue
      }
    }
    // Records whose rows are gone but whose bytes stand somewhere in the files.
    let own = Set(
      try Data.fetchAll(db, sql: "SELECT id FROM device UNION SELECT id FROM formerIdentity"))
    let taken = proved.map { ($0.proved.hash, $0.proved.bytes) }
    for bytes in records.merging(taken, uniquingKeysWith: { $1 }).values {
      guard let revision = Proved(bytes), !held.contains(revision.hash) else { continue }
      let isOwn = own.contains(Data(revision.record.device.bytes))
      do {
        try insert(revision, nil, nil, writer, table, without: isOwn ? [] : ["sequence"])
      } catch {
        outcome.lost.append(
          StoreFault(
            "revision \(revision.hash)", zh: "与另一份修订的编号相同。",
            en: "It has the number of another one."))
      }
    }
  }

  /// Goes on numbering behind everything that was ever numbered, and tells the gaps.
  private mutating func settleNumbers(_ db: Database) throws {
    let last = try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM revision") ?? 0
    let kept = try Int64.fetchOne(db, sql: "SELECT nextSequence FROM device") ?? 1
    // A damaged number must not skip millions.
    let next = kept > last && kept - last < 100_000 ? kept : last + 1
    let isInventoryWhole = !(tables.lost + outcome.lost).contains {
      $0.place.hasPrefix("inventoryObject")
    }
    // The next pull reads the central's changes from their beginning, and lost objects again.
    try db.execute(
      sql: """
        UPDATE device SET nextSequence = ?, cursor = 0, feedHead = NULL,
          startsAfter = (SELECT coalesce(max(lastSequence), 0) FROM formerIdentity),
          inventoryVersion = CASE WHEN ? THEN inventoryVersion ELSE 0 END
        """, arguments: [next, isInventoryWhole])
    // What the central does not show again then, as it may have been restored, is not to stand.
    try db.execute(sql: "INSERT INTO unseen SELECT id FROM revision WHERE sequence IS NULL")
    let held = Set(
      try Int64.fetchAll(db, sql: "SELECT sequence FROM revision WHERE sequence IS NOT NULL"))
    outcome.missing = (1..<next).filter { !held.contains($0) }
  }

  /// The device is who made its last revisions, whatever its own row says.
  private func settleIdentity(_ db: Database) throws {
    let record = try Data.fetchOne(
      db,
      sql: """
        SELECT record FROM revision WHERE sequence > (SELECT startsAfter FROM device)
        ORDER BY sequence DESC LIMIT 1
        """)
    guard let record, let proved = Proved(Array(record)) else { return }
    try db.execute(
      sql: "UPDATE device SET id = ?", arguments: [Data(proved.record.device.bytes)])
  }

  /// Gives every revision and every working copy an entry that fits it.
  private mutating func completeEntries(_ db: Database) throws {
    try db.execute(
      sql: """
        DELETE FROM entry WHERE head IS NOT NULL AND NOT EXISTS (
          SELECT 1 FROM revision WHERE revision.id = entry.head AND revision.entry = entry.entry)
        """)
    try db.execute(
      sql: """
        INSERT INTO entry (entry, form, formVersion, objectCode, townCode, author, head, state,
          updatedAt)
        SELECT entry, '-', 1, '', '', '-', id,
          CASE (SELECT disposition FROM receipt WHERE receipt.sequence = revision.sequence)
            WHEN 'rejected' THEN 'rejected' ELSE 'sent' END, ?
        FROM revision WHERE entry NOT IN (SELECT entry FROM entry) AND id = (
          SELECT id FROM revision AS other WHERE other.entry = revision.entry
          ORDER BY number DESC, sequence IS NULL, id DESC LIMIT 1)
        """, arguments: [clock.now().milliseconds])
    try db.execute(
      sql: """
        UPDATE entry SET (form, formVersion, objectCode, townCode, author) = (
          SELECT json ->> '$.form', json ->> '$.formVersion',
            coalesce(json ->> '$.content.objectCode', ''),
            coalesce(json ->> '$.content.townCode', ''), json ->> '$.author'
          FROM (SELECT CAST(record AS TEXT) AS json FROM revision WHERE id = entry.head))
        WHERE head IS NOT NULL
        """)
    try db.execute(
      sql: """
        UPDATE draft SET base = (
          SELECT hash FROM revision JOIN entry ON entry.head = revision.id
          WHERE entry.entry = draft.entry)
        WHERE base IS NULL OR base NOT IN (
          SELECT hash FROM revision WHERE revision.entry = draft.entry)
        """)
    try completeDrafts(db)
  }

  /// Begins entries anew for working copies whose own were lost.
  private mutating func completeDrafts(_ db: Database) throws {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT entry, CAST(content AS BLOB) AS content, updatedAt FROM draft
        WHERE entry NOT IN (SELECT entry FROM entry)
        """)
    guard !rows.isEmpty else { return }
    let forms = try forms(db)
    let surveyor = try String.fetchOne(db, sql: "SELECT surveyor FROM device") ?? ""
    for row in rows {
      let content = Array(row["content"] as Data)
      let parsed = try? JSONParser().withDocument(content) { node in
        (node[member: "objectCode"]?.string ?? "", node[member: "townCode"]?.string ?? "")
      }
      let code = formOfDraft(row["entry"] as Data)
      guard let (object, town) = parsed, let code, let form = try forms.newest(code) else {
        outcome.lost.append(
          StoreFault(
            "draft", zh: "不知属于哪种调查表的草稿：\(String(decoding: content, as: UTF8.self))",
            en: "A draft of an unknown form: \(String(decoding: content, as: UTF8.self))"))
        continue
      }
      try db.execute(
        sql: """
          INSERT INTO entry (entry, form, formVersion, objectCode, townCode, author, state, updatedAt)
          VALUES (?, ?, ?, ?, ?, ?, 'draft', ?)
          """,
        arguments: [
          row["entry"] as Data, form.code, form.version, object, town, surveyor,
          row["updatedAt"] as Int64,
        ])
    }
  }

  /// The form of a working copy, by what indexes still have of its entry.
  private func formOfDraft(_ entry: Data) -> String? {
    guard let table = table("entry"),
      let piece = tables.pieces["entry"]?.first(where: { piece in
        piece[table.columns.firstIndex { $0.name == "entry" } ?? 0] == .blob(Array(entry))
      }), let place = table.columns.firstIndex(where: { $0.name == "form" }),
      case .text(let code) = piece[place]
    else { return nil }
    return String(decoding: code, as: UTF8.self)
  }
}
