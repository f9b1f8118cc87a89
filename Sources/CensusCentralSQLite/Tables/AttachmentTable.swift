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
      INSERT INTO declaredAttachment (cursor, hash, arrivedAt) VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING
      """)
    findMissing = LazyStatement(
      db,
      """
      SELECT hash FROM declaredAttachment WHERE cursor = ? AND arrivedAt IS NULL ORDER BY hash
      """)
  }

  func declare(_ hash: ContentHash, by cursor: Int64, arrivedAt: Timestamp?) throws {
    let statement = try insert.ready()
    statement.bind(1, cursor)
    statement.bind(2, hash)
    if let arrivedAt { statement.bind(3, arrivedAt.milliseconds) } else { statement.bindNull(3) }
    try statement.run()
  }

  func missing(by cursor: Int64) throws -> [ContentHash] {
    let statement = try findMissing.ready()
    statement.bind(1, cursor)
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
      db,
      sql: "SELECT 1 FROM declaredAttachment AS declared WHERE \(AttachmentTable.isHash) LIMIT 1",
      arguments: [hash.data])
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
        JOIN revision ON revision.cursor = declared.cursor
        JOIN entry ON entry.id = revision.entry AND entry.headCursor = declared.cursor
        WHERE \(AttachmentTable.isHash) ORDER BY 1, 2, 3
        """, arguments: [hash.data]
    ).map { AttachedWork(object: $0["objectCode"], form: $0["form"], town: $0["townCode"]) }
  }

  func set(arrivedAt: Timestamp?, of hash: ContentHash) throws -> Bool {
    try db.execute(
      sql: """
        UPDATE declaredAttachment AS declared SET arrivedAt = ?2
        WHERE \(AttachmentTable.isHash) AND (arrivedAt IS NULL) <> (?2 IS NULL)
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
        \(found) ORDER BY entry.id, declared.hash LIMIT ?3
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

  /// Finds a hash by the index of its first bytes.
  private static let isHash =
    "substr(declared.hash, 1, 4) = substr(?1, 1, 4) AND declared.hash = ?1"

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
    JOIN revision ON revision.cursor = declared.cursor
    JOIN entry ON entry.id = revision.entry AND entry.headCursor = declared.cursor
    WHERE declared.arrivedAt IS NULL
    """
}
