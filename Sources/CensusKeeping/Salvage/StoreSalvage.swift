import CensusAPI
import CensusCentralSQLite
import CensusDomain
import CensusFiles
import CensusForms
import CensusHub
import CensusSQLite
import CensusStore
import Foundation
import GRDB

/// Rebuilds a working store from a damaged one, and changes nothing in that.
///
/// What has a hash is taken only where it proves right; what follows from other rows is made anew; the
/// rest is taken where the schema's rules admit it. What could not be saved is told by its place.
public struct StoreSalvage {
  /// What came of it.
  public struct Outcome: Sendable, Codable {
    /// Whose store it is.
    public let kind: StoreKind
    /// Rows of the new store, by table.
    public internal(set) var rows: [String: Int] = [:]
    /// Attachments that were copied.
    public internal(set) var attachments = 0
    /// On a device: own sequences that could not be saved.
    public internal(set) var missing: [Int64] = []
    /// At a central: versions of the inventory that are not whole any more.
    public internal(set) var versions: [Int64] = []
    /// Entries of the audit log up to where its chain was whole.
    public internal(set) var auditEntries: Int64 = 0
    /// The hash of the last of them.
    public internal(set) var auditHead = ContentHash.zero
    /// What could not be saved, or only in doubt.
    public internal(set) var lost: [StoreFault] = []
    /// What a verification finds in the new store.
    public internal(set) var faults: [StoreFault] = []
  }

  let folder: String
  let copy: String
  let kind: StoreKind
  let clock: any WallClock
  var outcome: Outcome
  var tables: TableSalvage
  let model: StoreModel
  /// Every record whose hash proves right, wherever in the files it stands.
  let records: [ContentHash: [UInt8]]
  /// At a central: what each quality draw that was saved had drawn.
  var samples: [Int64: SampleProof] = [:]

  /// Rebuilds the store in `folder` in the new folder `target`.
  ///
  /// - Throws: ``CensusError``: `conflict` where `target` exists, `invalidData` where it cannot even be
  ///   told whose the store was, or of reading and writing; then nothing is left behind.
  public static func rebuild(
    _ folder: String, into target: String, clock: any WallClock = SystemClock(),
    progress: @escaping (Int) -> Void = { _ in }
  ) throws(CensusError) -> Outcome {
    let target = FolderCopy.trimmed(target)
    guard !FileManager.default.fileExists(atPath: target) else {
      throw CensusError(
        .conflict, zh: "\(target) 已存在，没有改动。", en: "\(target) exists already; it was left as it is.",
        remedy: LocalizedText(zh: "另取名称。", en: "Give another name."))
    }
    let partial = target + ".partial-" + UUID().uuidString
    try Folders.make(partial)
    do {
      var salvage = try StoreSalvage(FolderCopy.trimmed(folder), partial, clock)
      try salvage.copyFiles()
      try salvage.fill()
      let found = try StoreVerifier(folder: partial, progress: progress).verify()
      salvage.outcome.faults = found.faults
      try FolderCopy.place(partial, as: target)
      return salvage.outcome
    } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw error as? CensusError ?? CensusError(sqlite: error, at: partial)
    }
  }

  private init(_ folder: String, _ copy: String, _ clock: any WallClock) throws {
    self.folder = folder
    self.copy = copy
    self.clock = clock
    kind = try StoreKind.of(folder: folder)
    outcome = Outcome(kind: kind)
    model = try StoreModel(kind)
    let path = folder + "/" + kind.fileName
    let file = try StoreSalvage.bytes(path)
    let log = try StoreSalvage.bytes(path + "-wal")
    let whole = TableSalvage(DatabasePages(file: file, log: log), model)
    // A log that belongs to another database would lay its pages over this one's.
    let bare = log.isEmpty ? whole : TableSalvage(DatabasePages(file: file, log: []), model)
    let isOwn =
      bare.beginning == nil || whole.beginning == nil || bare.beginning == whole.beginning
    tables = isOwn ? whole : bare
    records = try RecordSalvage.inBytes(of: folder, withLog: isOwn)
    guard !isOwn else { return }
    outcome.lost.append(
      StoreFault(
        kind.fileName + "-wal", zh: "预写日志属于另一个数据库，未采用。",
        en: "The log belongs to another database and was not used."))
  }

  private static func bytes(_ path: String) throws(CensusError) -> [UInt8] {
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    let file = try PlainFile.reading(path)
    return try file.read(at: 0, count: Int(try file.size()))
  }

  /// Copies what lies beside the database; of attachments those whose hash is right.
  private mutating func copyFiles() throws(CensusError) {
    let held = AttachmentFolder(store: folder)
    for path in try FolderCopy.contents(of: folder) {
      if path.hasPrefix("attachments/") {
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        guard let hash = ContentHash(name), (try? held.verify(hash)) == true else {
          outcome.lost.append(.changed(path))
          continue
        }
        outcome.attachments += 1
      }
      _ = try FolderCopy.copy(path, from: folder, to: copy)
    }
  }

  /// Tables that are made anew, so that nothing of them can be lost.
  private static let remade: [StoreKind: [String]] = [
    .device: ["outbox", "claim", "batch", "suspects", "unseen", "grdb_migrations"],
    .central: [
      "entry", "claim", "item", "requirement", "progress", "upload", "declaredAttachment",
      "grdb_migrations",
    ],
  ]

  /// Makes the new database and fills it in one transaction.
  private mutating func fill() throws {
    let queue = try SQLiteFile.open(
      path: copy + "/" + kind.fileName, identity: kind.identity, migrator: kind.migrator,
      pageBytes: kind == .central ? 8192 : 4096)
    var salvage = self
    try queue.inDatabase { db in
      // Rows come in the order of tables; what refers to nothing is taken out at the end.
      try db.execute(sql: "PRAGMA foreign_keys = OFF")
      try db.inTransaction(.immediate) {
        switch salvage.kind {
        case .device: try salvage.fillDevice(db)
        case .central: try salvage.fillCentral(db)
        }
        try salvage.note(db)
        return .commit
      }
      for table in salvage.model.tables {
        salvage.outcome.rows[table.name] = try Int.fetchOne(
          db, sql: "SELECT count(*) FROM \(table.name.quotedDatabaseIdentifier)")
      }
    }
    try queue.close()
    self = salvage
    let remade = StoreSalvage.remade[kind] ?? []
    let lost = tables.lost.filter { fault in
      !remade.contains { fault.place.hasPrefix($0 + ", page") || fault.place.hasPrefix($0 + " ") }
    }
    outcome.lost = lost + outcome.lost
  }

  /// Takes the rows of `names` as they are, but for those that a hash or a rule of the schema refuses.
  mutating func take(_ db: Database, _ names: [String]) throws {
    for table in model.tables where names.contains(table.name) {
      let writer = RowWriter(db, table)
      var seen: Set<[StoredValue?]> = []
      for row in tables.rows(of: table) where seen.insert(row.values + [number(row)]).inserted {
        let place = "\(table.name) \(title(row, table))"
        guard isProved(row, table) else {
          outcome.lost.append(.changed(place))
          continue
        }
        do {
          try writer.insert(row)
        } catch {
          outcome.lost.append(.refused(place, error))
        }
      }
    }
  }

  private func number(_ row: TableRow) -> StoredValue? { row.rowid.map { .integer($0) } }

  /// What tells a row from others: its number, or the first of its values.
  func title(_ row: TableRow, _ table: StoreModel.Table) -> String {
    if let rowid = row.rowid { return String(rowid) }
    return table.key.compactMap { row.values[$0]?.shown }.joined(separator: " ")
  }

  /// Removes rows that refer to what was lost, until nothing does; each is told.
  mutating func prune(_ db: Database) throws {
    let guards = try Row.fetchAll(
      db,
      sql: """
        SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%IsNeverDeleted'
        """)
    for row in guards {
      try db.execute(sql: "DROP TRIGGER \((row["name"] as String).quotedDatabaseIdentifier)")
    }
    var isDone = false
    while !isDone {
      isDone = true
      for table in model.tables {
        let gone = try remove(db, table.name)
        if gone > 0 {
          isDone = false
          outcome.lost.append(
            StoreFault(
              table.name, zh: "有 \(gone) 行所引用的内容已丢失。",
              en: "\(gone) rows refer to what is lost."))
        }
      }
    }
    for row in guards { try db.execute(sql: row["sql"]) }
  }

  private func remove(_ db: Database, _ table: String) throws -> Int {
    let keys = try Row.fetchAll(
      db, sql: "SELECT * FROM pragma_foreign_key_list(?) ORDER BY id, seq", arguments: [table])
    var gone = 0
    for parts in Dictionary(grouping: keys, by: { $0["id"] as Int }).values {
      guard let first = parts.first else { continue }
      let parent: String = first["table"]
      let own = parts.map { "\"\($0["from"] as String)\"" }
      let same = parts.map {
        "parent.\"\($0["to"] as String)\" = child.\"\($0["from"] as String)\""
      }.joined(separator: " AND ")
      let isSet = own.map { "child.\($0) IS NOT NULL" }.joined(separator: " AND ")
      try db.execute(
        sql: """
          DELETE FROM "\(table)" AS child WHERE \(isSet)
            AND NOT EXISTS (SELECT 1 FROM "\(parent)" AS parent WHERE \(same))
          """)
      gone += db.changesCount
    }
    return gone
  }

  /// The log goes on with what was done.
  private mutating func note(_ db: Database) throws {
    let owner = try owner(db)
    outcome.missing.sort()
    try AuditTrail.append(
      db,
      AuditTrail.Event(
        actor: owner.actor, device: owner.device, action: SalvageNote.action,
        subject: owner.subject,
        detail: SalvageNote.detail(
          lost: outcome.missing, versions: outcome.versions, after: outcome.auditEntries,
          outcome.auditHead)),
      at: clock.now())
  }

  private func owner(_ db: Database) throws -> (actor: String, device: String, subject: String) {
    switch kind {
    case .device:
      let row = try Row.fetchOne(db, sql: "SELECT id, surveyor FROM device")
      let id = row.flatMap { UniqueID(bytes: $0["id"] as Data) }?.description ?? ""
      return (row?["surveyor"] ?? "", id, id)
    case .central:
      let district = try String.fetchOne(
        db, sql: "SELECT value FROM setting WHERE key = 'district'")
      return (Caller.localAdministrator.name, "", district ?? "")
    }
  }
}
