import CensusAPI
import CensusDomain
import CensusHub
import CensusSQLite
import GRDB

/// The table `declaredAttachment`.
final class AttachmentTable: AttachmentRecords {
  private let db: Database
  private let insert: LazyStatement
  private let findMissing: LazyStatement

  init(_ db: Database) {
    self.db = db
    insert = LazyStatement(
      db,
      """
      INSERT INTO declaredAttachment (hash, entry, revision, arrivedAt) VALUES (?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """)
    findMissing = LazyStatement(
      db,
      """
      SELECT hash FROM declaredAttachment
      WHERE entry = ? AND revision = ? AND arrivedAt IS NULL ORDER BY hash
      """)
  }

  func declare(
    _ hash: ContentHash, of entry: UniqueID, revision: ContentHash, arrivedAt: Timestamp?
  ) throws {
    let statement = try insert.ready()
    statement.bind(1, hash)
    statement.bind(2, entry)
    statement.bind(3, revision)
    if let arrivedAt { statement.bind(4, arrivedAt.milliseconds) } else { statement.bindNull(4) }
    try statement.run()
  }

  func missing(of entry: UniqueID, revision: ContentHash) throws -> [ContentHash] {
    let statement = try findMissing.ready()
    statement.bind(1, entry)
    statement.bind(2, revision)
    defer { statement.reset() }
    var hashes: [ContentHash] = []
    while try statement.step() {
      guard let hash = statement.hash(0) else { throw Row.damaged("hash") }
      hashes.append(hash)
    }
    return hashes
  }

  func isDeclared(_ hash: ContentHash) throws -> Bool {
    try Row.fetchOne(
      db, sql: "SELECT 1 FROM declaredAttachment WHERE hash = ? LIMIT 1", arguments: [hash.data])
      != nil
  }

  func incomplete() throws -> Set<UniqueID> {
    let rows = try Row.fetchAll(db, sql: "SELECT DISTINCT entry.id \(AttachmentTable.lacking)")
    return Set(try rows.map { try $0.id("id") })
  }

  func work(on hash: ContentHash) throws -> [AttachedWork] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT DISTINCT entry.objectCode, entry.form, entry.townCode
        FROM declaredAttachment AS declared
        JOIN entry ON entry.id = declared.entry AND entry.headHash = declared.revision
        WHERE declared.hash = ? ORDER BY 1, 2, 3
        """, arguments: [hash.data]
    ).map { AttachedWork(object: $0["objectCode"], form: $0["form"], town: $0["townCode"]) }
  }

  func set(arrivedAt: Timestamp?, of hash: ContentHash) throws -> Bool {
    try db.execute(
      sql: """
        UPDATE declaredAttachment SET arrivedAt = ?2
        WHERE hash = ?1 AND (arrivedAt IS NULL) <> (?2 IS NULL)
        """, arguments: [hash.data, arrivedAt?.milliseconds])
    return db.changesCount > 0
  }

  func declared() throws -> [(hash: ContentHash, isHeld: Bool)] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT hash, min(arrivedAt IS NOT NULL) AS isHeld FROM declaredAttachment GROUP BY hash
        """
    ).map { (hash: try $0.hash("hash"), isHeld: $0["isHeld"]) }
  }

  func listMissing(
    within region: RegionCode?, of device: UniqueID?, limit: Int
  ) throws -> MissingAttachmentList {
    let found = """
      \(AttachmentTable.lacking) AND (?1 IS NULL OR revision.device IN own)
        AND substr(entry.townCode, 1, length(?2)) = ?2
      """
    let arguments: StatementArguments = [device?.data, region?.digits ?? ""]
    let items = try Row.fetchAll(
      db,
      sql: """
        \(AttachmentTable.own)
        SELECT entry.id, entry.objectCode, entry.form, entry.townCode, declared.hash,
          revision.device, entry.author
        \(found) ORDER BY declared.entry, declared.hash LIMIT ?3
        """, arguments: arguments + [limit]
    ).map { row in
      MissingAttachmentList.Item(
        entry: try row.id("id"), objectCode: row["objectCode"], form: row["form"],
        townCode: row["townCode"], hash: try row.hash("hash"), device: try row.id("device"),
        surveyor: row["author"])
    }
    let total =
      try Int.fetchOne(
        db, sql: "\(AttachmentTable.own) SELECT count(*) \(found)", arguments: arguments)
      ?? items.count
    return MissingAttachmentList(items: items, total: total)
  }

  /// The device, what it was before it rejoined, and what comes through it.
  private static let own = """
    WITH RECURSIVE own (id) AS (
      SELECT ?1 UNION
      SELECT device.rejoinedFrom FROM device JOIN own ON own.id = device.id
      WHERE device.rejoinedFrom IS NOT NULL UNION
      SELECT device.id FROM device JOIN own ON own.id = device.carrier
    )
    """

  /// What standing revisions declare and is not held.
  private static let lacking = """
    FROM declaredAttachment AS declared INDEXED BY attachmentMissing
    JOIN entry ON entry.id = declared.entry AND entry.headHash = declared.revision
    JOIN revision ON revision.cursor = entry.headCursor
    WHERE declared.arrivedAt IS NULL
    """
}
