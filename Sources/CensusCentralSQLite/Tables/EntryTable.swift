import CensusAPI
import CensusDomain
import CensusHub
import CensusSQLite
import GRDB

/// The table `entry`.
final class EntryTable: EntryRecords {
  private let db: Database
  private let findEntry: LazyStatement
  private let insert: LazyStatement
  private let replace: LazyStatement
  private let setStanding: LazyStatement
  private let setListed: LazyStatement
  private let findWork: LazyStatement

  init(_ db: Database) {
    self.db = db
    findEntry = LazyStatement(
      db, "SELECT \(EntryTable.columns) FROM entry WHERE id = ?")
    insert = LazyStatement(
      db,
      """
      INSERT INTO entry (\(EntryTable.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    replace = LazyStatement(
      db,
      """
      UPDATE entry SET
        objectCode = ?4, townCode = ?5, author = ?6, headCursor = ?7, headHash = ?8, number = ?9,
        standing = ?10, isListed = ?11, receivedAt = ?12
      WHERE id = ?1 AND form = ?2 AND hazard = ?3
      """)
    setStanding = LazyStatement(db, "UPDATE entry SET standing = ? WHERE id = ?")
    setListed = LazyStatement(
      db, "UPDATE entry SET isListed = ? WHERE objectCode = ? AND form = ? AND isListed <> ?1")
    findWork = LazyStatement(
      db,
      """
      SELECT standing, author, NOT EXISTS (
        SELECT 1 FROM declaredAttachment AS declared
        WHERE declared.cursor = entry.headCursor AND declared.arrivedAt IS NULL)
      FROM entry WHERE objectCode = ? AND form = ? ORDER BY id
      """)
  }

  /// In the order of ``StoredEntry``'s members.
  static let columns = """
    id, form, hazard, objectCode, townCode, author, headCursor, headHash, number, standing, \
    isListed, receivedAt
    """

  func find(_ id: UniqueID) throws -> StoredEntry? {
    let statement = try findEntry.ready()
    statement.bind(1, id)
    defer { statement.reset() }
    return try statement.step() ? try StoredEntry(statement) : nil
  }

  func add(_ entry: StoredEntry) throws { try run(insert.ready(), entry) }

  func update(_ entry: StoredEntry) throws { try run(replace.ready(), entry) }

  private func run(_ statement: HotStatement, _ entry: StoredEntry) throws {
    statement.bind(1, entry.id)
    statement.bind(2, entry.form)
    statement.bind(3, entry.subject.rawValue)
    statement.bind(4, entry.object)
    statement.bind(5, entry.town)
    statement.bind(6, entry.author)
    statement.bind(7, entry.headCursor)
    statement.bind(8, entry.headHash)
    statement.bind(9, entry.number)
    statement.bind(10, entry.standing.rawValue)
    statement.bind(11, entry.isListed ? 1 : 0)
    statement.bind(12, entry.receivedAt.milliseconds)
    try statement.run()
  }

  func set(_ standing: EntryStanding, of id: UniqueID) throws {
    let statement = try setStanding.ready()
    statement.bind(1, standing.rawValue)
    statement.bind(2, id)
    try statement.run()
  }

  func setListed(_ isListed: Bool, object: String, form: String) throws {
    let statement = try setListed.ready()
    statement.bind(1, isListed ? 1 : 0)
    statement.bind(2, object)
    statement.bind(3, form)
    try statement.run()
  }

  func work(
    on object: String, form: String
  ) throws -> [(standing: EntryStanding, author: String, isComplete: Bool)] {
    let statement = try findWork.ready()
    statement.bind(1, object)
    statement.bind(2, form)
    defer { statement.reset() }
    var found: [(standing: EntryStanding, author: String, isComplete: Bool)] = []
    while try statement.step() {
      guard let standing = EntryStanding(rawValue: statement.text(0)) else {
        throw Row.damaged("standing")
      }
      found.append((standing, statement.text(1), statement.integer(2) == 1))
    }
    return found
  }

  func list(_ selection: EntrySelection, limit: Int) throws -> [StoredEntry] {
    let filter = EntryFilter(selection)
    let statement = try HotStatement(
      db,
      """
      SELECT \(EntryTable.columns) FROM entry WHERE \(filter.condition) ORDER BY headCursor LIMIT ?
      """)
    for (index, value) in filter.values.enumerated() { statement.bind(Int32(index + 1), value) }
    statement.bind(Int32(filter.values.count + 1), limit)
    var entries: [StoredEntry] = []
    while try statement.step() { entries.append(try StoredEntry(statement)) }
    return entries
  }

  func count(_ selection: EntrySelection) throws -> Int {
    let filter = EntryFilter(selection)
    return try Int.fetchOne(
      db, sql: "SELECT count(*) FROM entry WHERE \(filter.condition)",
      arguments: StatementArguments(filter.values)) ?? 0
  }
}

extension StoredEntry {
  /// Reads the columns of ``EntryTable``.
  init(_ row: HotStatement) throws {
    guard let id = UniqueID(bytes: row.blob(0)) else { throw Row.damaged("id") }
    guard let subject = FormSubject(rawValue: row.text(2)) else { throw Row.damaged("hazard") }
    guard let head = row.hash(7) else { throw Row.damaged("headHash") }
    guard let standing = EntryStanding(rawValue: row.text(9)) else { throw Row.damaged("standing") }
    self.init(
      id: id, form: row.text(1), subject: subject, object: row.text(3), town: row.text(4),
      author: row.text(5), headCursor: row.integer(6), headHash: head,
      number: Int(row.integer(8)), standing: standing, isListed: row.integer(10) == 1,
      receivedAt: Timestamp(milliseconds: row.integer(11)))
  }
}
