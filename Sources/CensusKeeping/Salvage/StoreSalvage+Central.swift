import CensusAPI
import CensusCentralSQLite
import CensusDomain
import CensusFiles
import CensusForms
import CensusHub
import Foundation
import GRDB

extension StoreSalvage {
  /// Tables of a central that are taken as they are; entries, claims, stages and sums are made anew.
  private static let kept = [
    "setting", "town", "device", "account", "batch", "quarantine", "review", "inventoryVersion",
    "inventoryHistory", "expenseLine", "activity", "form", "settled", "relay", "paper",
    "relayRefusal", "relayAttachment", "bundle", "bundleKey", "sampleDraw", "project",
    "indicatorRecord",
  ]

  /// Fills a central's new store.
  mutating func fillCentral(_ db: Database) throws {
    try takeAudit(db)
    try take(db, StoreSalvage.kept)
    try takeSamples(db)
    try takeReceived(db)
    try requireDistrict(db)
    try requireDevices(db)
    try makeEntries(db)
    try prune(db)
    try db.execute(sql: StoreSalvage.items)
    let records = SQLiteCentralStorage.records(on: db)
    try Hub.rebuild(
      records, forms: try forms(db), attachments: AttachmentFolder(store: copy), at: clock.now())
    try settlePlaces(db)
    outcome.versions = try DerivedState(records).versions.map { Int64($0) }
    outcome.lost += outcome.versions.map { number in
      StoreFault(
        "inventoryVersion \(number)", zh: "此版清查底册不再完整；若是最新一版，请重新导入。",
        en: "The version is not whole any more; if it is the newest, import the inventory again.")
    }
  }

  private mutating func takeReceived(_ db: Database) throws {
    guard let table = table("revision") else { return }
    let writer = RowWriter(db, table)
    var held: Set<ContentHash> = []
    for (row, revision) in provedRevisions() {
      do {
        try insert(revision, row, row.rowid, writer, table)
        held.insert(revision.hash)
      } catch {
        outcome.lost.append(.refused("revision \(title(row, table))", error))
      }
    }
    let quarantined = Set(try Data.fetchAll(db, sql: "SELECT hash FROM quarantine"))
    for hash in records.keys where !held.contains(hash) && !quarantined.contains(Data(hash.bytes)) {
      outcome.lost.append(
        StoreFault(
          "revision \(hash)", zh: "内容完好但所在的行已丢失；由设备重新发送，或用 salvage --output 取出。",
          en: """
            Its bytes are whole but its row is lost; its device sends it again, or salvage --output \
            gathers it.
            """))
    }
  }

  private mutating func requireDistrict(_ db: Database) throws {
    let isThere = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM setting WHERE key = 'district')")
    guard isThere != true else { return }
    let district = try String.fetchOne(
      db,
      sql: """
        SELECT substr(townCode, 1, 6) FROM revision GROUP BY 1 ORDER BY count(*) DESC LIMIT 1
        """)
    guard let district else {
      throw CensusError(
        .invalidData, zh: "\(folder) 中已找不到中心所属的区县和任何修订，无法重建存储。",
        en: "\(folder) tells no more whose central it was, so no store can be rebuilt.",
        remedy: LocalizedText(
          zh: "用 hazcensus central init 新建，各设备会重新发送。",
          en: "Make one with hazcensus central init; the devices send again."))
    }
    try db.execute(
      sql: "INSERT INTO setting (key, value) VALUES ('district', ?)", arguments: [district])
    outcome.lost.append(
      StoreFault(
        "setting district", zh: "区县代码已丢失，按修订重建为 \(district)。",
        en: "The district's code was lost; by the revisions it is \(district)."))
  }

  /// A device whose row was lost comes back revoked: its token cannot be known any more.
  private mutating func requireDevices(_ db: Database) throws {
    let now = clock.now().milliseconds
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT device, author, substr(townCode, 1, 6) AS region FROM revision
        WHERE device NOT IN (SELECT id FROM device) GROUP BY device
        """)
    for row in rows {
      let id = row["device"] as Data
      // The hash of no token.
      let seal = ContentHash.sha256(of: Array(id) + Array("salvaged".utf8))
      try db.execute(
        sql: """
          INSERT INTO device (id, surveyor, region, tokenHash, addedAt, revokedAt)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          id, row["author"] as String, row["region"] as String, Data(seal.bytes), now, now,
        ])
      let name = UniqueID(bytes: id)?.description ?? "?"
      outcome.lost.append(
        StoreFault(
          "device \(name)", zh: "登记已丢失；请用 hazcensus device add 重新登记，令牌须换新。",
          en: "Its enrolment was lost; enrol it again with hazcensus device add and a new token."))
    }
    for column in ["carrier", "rejoinedFrom"] {
      try db.execute(
        sql: """
          UPDATE device SET \(column) = NULL
          WHERE \(column) IS NOT NULL AND \(column) NOT IN (SELECT id FROM device)
          """)
    }
  }

  /// Each entry stands as its last accepted revision says.
  private mutating func makeEntries(_ db: Database) throws {
    var hazards: [String: String] = [:]
    if let table = table("entry") {
      for row in tables.rows(of: table) {
        guard case .text(let form) = value("form", row, table),
          case .text(let hazard) = value("hazard", row, table)
        else { continue }
        hazards[String(decoding: form, as: UTF8.self)] = String(decoding: hazard, as: UTF8.self)
      }
    }
    let forms = try forms(db)
    for code in try String.fetchAll(db, sql: "SELECT DISTINCT form FROM revision") {
      guard let hazard = forms.subject(of: code)?.rawValue ?? hazards[code] else {
        outcome.lost.append(
          StoreFault(
            "entry \(code)", zh: "调查表 \(code) 已丢失，其记录不能重建。",
            en: "The form \(code) is lost; its entries cannot be made."))
        continue
      }
      try db.execute(
        sql: """
          INSERT INTO entry (id, form, hazard, objectCode, townCode, author, headCursor, headHash,
            number, standing, isListed, receivedAt)
          SELECT entry, form, ?, objectCode, townCode, author, cursor, hash, number, 'received', 0,
            receivedAt
          FROM revision WHERE form = ? AND cursor = (
            SELECT max(cursor) FROM revision AS other
            WHERE other.entry = revision.entry AND other.disposition = 'accepted')
          """, arguments: [hazard, code])
    }
  }

  private static let items = """
    INSERT INTO item (objectCode, hazard, name, townCode, longitude, latitude, shouldSurvey,
      excludeReason, formCount)
    SELECT objectCode, hazard, name, townCode, longitude, latitude, shouldSurvey, excludeReason,
      json_array_length(forms)
    FROM inventoryHistory WHERE until IS NULL;
    INSERT OR IGNORE INTO requirement (objectCode, form, item)
    SELECT item.objectCode, json_each.value, item.id FROM item
    JOIN inventoryHistory AS history ON history.objectCode = item.objectCode
      AND history.hazard = item.hazard AND history.until IS NULL, json_each(history.forms);
    """

  /// A device is held up to the last sequence before the first gap, so that it sends the rest again.
  private mutating func settlePlaces(_ db: Database) throws {
    let devices = try Row.fetchAll(
      db, sql: "SELECT id, rejoinedFrom IS NOT NULL AS isLater, carrier, isRelay FROM device")
    let isWhole = !(tables.lost + outcome.lost).contains { fault in
      ["revision", "quarantine"].contains { fault.place.hasPrefix($0) }
    }
    for row in devices {
      let id = row["id"] as Data
      if row["isRelay"] {
        // A lower central forwards everything again; what is held is known by its hash.
        guard !isWhole else { continue }
        try db.execute(
          sql: "UPDATE device SET lastSequence = 0, lastHash = NULL WHERE id = ?",
          arguments: [id])
        continue
      }
      let held = try Row.fetchAll(
        db,
        sql: """
          SELECT sequence, hash FROM revision WHERE device = ?1
          UNION SELECT sequence, hash FROM quarantine WHERE device = ?1 ORDER BY sequence
          """, arguments: [id])
      // The numbering of a new identity goes on behind that of the former one.
      let mayBegin = row["isLater"] as Bool || row["carrier"] as Data? != nil
      var last: (sequence: Int64, hash: Data?) = (0, nil)
      if mayBegin, let first = held.first { last = ((first["sequence"] as Int64) - 1, nil) }
      for row in held {
        guard row["sequence"] as Int64 == last.sequence + 1 else { break }
        last = (row["sequence"], row["hash"])
      }
      guard let final = held.last else { continue }
      let end: Int64 = final["sequence"]
      try db.execute(
        sql: "UPDATE device SET lastSequence = ?, lastHash = ? WHERE id = ?",
        arguments: [last.sequence, last.hash, id])
      if last.sequence < end {
        let name = UniqueID(bytes: id)?.description ?? "?"
        outcome.lost.append(
          StoreFault(
            "device \(name)", zh: "第 \(last.sequence + 1) 号起由设备重新发送。",
            en: "From sequence \(last.sequence + 1) on it sends again."))
      }
    }
  }
}
