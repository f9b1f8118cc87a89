import CensusAPI
import CensusDomain
import CensusSQLite
import GRDB

/// Writes revisions and entries within one batch's transaction.
struct EntryStore: ~Copyable {
  private let device: UniqueID
  private let body: UnsafeRawBufferPointer
  private let now: Timestamp
  private let insertRevision: HotStatement
  private let insertEntry: HotStatement
  private let updateEntry: HotStatement
  private let markConflict: HotStatement
  private let counter: CursorCounter

  init(
    _ db: Database, device: UniqueID, body: UnsafeRawBufferPointer, now: Timestamp
  ) throws {
    self.device = device
    self.body = body
    self.now = now
    let newest = try Hub.newestCursor(db)
    let insertRevision = try HotStatement(
      db,
      """
      INSERT INTO revision (
        cursor, device, sequence, entry, number, parent, hash, disposition, author, form,
        objectCode, townCode, receivedAt, record)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    let insertEntry = try HotStatement(
      db,
      """
      INSERT INTO entry (
        id, form, hazard, objectCode, townCode, author, headCursor, headHash, number, standing,
        isListed, receivedAt)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'received', ?, ?)
      """)
    let updateEntry = try HotStatement(
      db,
      """
      UPDATE entry SET
        objectCode = ?2, townCode = ?3, author = ?4, headCursor = ?5, headHash = ?6, number = ?7,
        standing = 'received', isListed = ?8, receivedAt = ?9
      WHERE id = ?1
      """)
    let markConflict = try HotStatement(db, "UPDATE entry SET standing = 'conflict' WHERE id = ?")
    counter = CursorCounter(after: newest)
    self.insertRevision = insertRevision
    self.insertEntry = insertEntry
    self.updateEntry = updateEntry
    self.markConflict = markConflict
  }

  /// Begins an entry with its first revision.
  func begin(
    _ record: RevisionRecord, _ prepared: PreparedRevision, hazard: Hazard, isListed: Bool
  ) throws {
    let cursor = try insert(record, prepared, .accepted)
    insertEntry.bind(1, record.entry)
    insertEntry.bind(2, record.form)
    insertEntry.bind(3, hazard.rawValue)
    insertEntry.bind(4, prepared.objectCode)
    insertEntry.bind(5, prepared.townCode)
    insertEntry.bind(6, record.author)
    insertEntry.bind(7, cursor)
    insertEntry.bind(8, prepared.hash)
    insertEntry.bind(9, record.number)
    insertEntry.bind(10, isListed ? 1 : 0)
    insertEntry.bind(11, now.milliseconds)
    try insertEntry.run()
  }

  /// Makes the revision its entry's standing one.
  func advance(
    _ record: RevisionRecord, _ prepared: PreparedRevision, isListed: Bool
  ) throws {
    let cursor = try insert(record, prepared, .accepted)
    updateEntry.bind(1, record.entry)
    updateEntry.bind(2, prepared.objectCode)
    updateEntry.bind(3, prepared.townCode)
    updateEntry.bind(4, record.author)
    updateEntry.bind(5, cursor)
    updateEntry.bind(6, prepared.hash)
    updateEntry.bind(7, record.number)
    updateEntry.bind(8, isListed ? 1 : 0)
    updateEntry.bind(9, now.milliseconds)
    try updateEntry.run()
  }

  /// Keeps the revision without making it the standing one.
  func keepAside(
    _ record: RevisionRecord, _ prepared: PreparedRevision, _ disposition: Disposition
  ) throws {
    _ = try insert(record, prepared, disposition)
  }

  /// Marks the entry as contested.
  func open(conflictIn entry: UniqueID) throws {
    markConflict.bind(1, entry)
    try markConflict.run()
  }

  private func insert(
    _ record: RevisionRecord, _ prepared: PreparedRevision, _ disposition: Disposition
  ) throws -> Int64 {
    let cursor = counter.next()
    insertRevision.bind(1, cursor)
    insertRevision.bind(2, device)
    insertRevision.bind(3, prepared.sequence)
    insertRevision.bind(4, record.entry)
    insertRevision.bind(5, record.number)
    insertRevision.bind(6, record.parent)
    insertRevision.bind(7, prepared.hash)
    insertRevision.bind(8, disposition.rawValue)
    insertRevision.bind(9, record.author)
    insertRevision.bind(10, record.form)
    insertRevision.bind(11, prepared.objectCode)
    insertRevision.bind(12, prepared.townCode)
    insertRevision.bind(13, now.milliseconds)
    insertRevision.bind(14, blobInPlace: UnsafeRawBufferPointer(rebasing: body[prepared.bytes]))
    try insertRevision.run()
    return cursor
  }
}

/// Hands out cursors within one transaction.
private final class CursorCounter {
  private var last: Int64

  init(after last: Int64) { self.last = last }

  func next() -> Int64 {
    last += 1
    return last
  }
}
