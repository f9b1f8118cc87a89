import CensusAPI
import CensusDomain
import CensusForms
import CensusJSON
import CensusSQLite
import GRDB

/// Adds final revisions inside one transaction: record, entry, outbox and sequence together.
///
/// The hot path of import and the plain path of finalising are this one.
struct RevisionWriter {
  private let identity: DeviceIdentity
  private let now: Timestamp
  private var nextSequence: Int64
  private let insertRevision: HotStatement
  private let insertEntry: HotStatement
  private let updateEntry: HotStatement
  private let insertOutbox: HotStatement
  private let findEntry: HotStatement
  private let saveSequence: HotStatement
  private let claims: ClaimKeeper
  private let attachments: AttachmentKeeper
  private var writer = JSONWriter(capacity: 4096)

  init(_ db: Database, identity: DeviceIdentity, claims: ClaimKeeper, now: Timestamp) throws {
    self.identity = identity
    self.claims = claims
    attachments = AttachmentKeeper(db)
    self.now = now
    nextSequence = try Int64.fetchOne(db, sql: "SELECT nextSequence FROM device") ?? 1
    insertRevision = try HotStatement(
      db,
      """
      INSERT INTO revision (entry, number, parent, hash, sequence, record)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6)
      """)
    insertEntry = try HotStatement(
      db,
      """
      INSERT INTO entry (entry, form, formVersion, objectCode, townCode, author, head, state, updatedAt)
      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'ready', ?8)
      """)
    updateEntry = try HotStatement(
      db,
      """
      UPDATE entry SET formVersion = ?2, objectCode = ?3, townCode = ?4, author = ?5, head = ?6,
        state = 'ready', updatedAt = ?7
      WHERE entry = ?1
      """)
    insertOutbox = try HotStatement(db, "INSERT INTO outbox (sequence) VALUES (?1)")
    findEntry = try HotStatement(
      db, "SELECT entry, head FROM entry WHERE objectCode = ?1 AND form = ?2 LIMIT 1")
    saveSequence = try HotStatement(db, "UPDATE device SET nextSequence = ?1")
  }

  /// The entry that an object has for a form, if any.
  func held(objectCode: String, form: String) throws -> UniqueID? {
    findEntry.bind(1, objectCode)
    findEntry.bind(2, form)
    defer { findEntry.reset() }
    guard try findEntry.step() else { return nil }
    return UniqueID(bytes: findEntry.blob(0))
  }

  /// Adds a revision; `parent` is nil for an entry's first.
  mutating func add(
    entry: UniqueID, isKnown: Bool, form: Form, parent: (number: Int, hash: ContentHash)?,
    reasons: [String: String], content: EntryContent, claims: [DistinctClaim],
    settles: [ContentHash] = []
  ) throws -> (hash: ContentHash, sequence: Int64) {
    let sequence = nextSequence
    let record = RevisionRecord(
      entry: entry, number: (parent?.number ?? 0) + 1, parent: parent?.hash,
      device: identity.device, sequence: sequence, author: identity.surveyor, form: form.code,
      formVersion: form.version, recordedAt: now, reasons: reasons,
      settles: settles)
    writer.reset()
    record.write(content: content.bytes, to: &writer)
    let hash = ContentHash.sha256(of: writer.bytes)
    let id = try insert(record, hash)
    isKnown
      ? try raise(entry, form, content, head: id) : try begin(entry, form, content, head: id)
    try self.claims.set(claims, of: entry, form: form.code, isKnown: isKnown)
    try attachments.set(content.attachments, of: entry, isKnown: isKnown)
    insertOutbox.bind(1, sequence)
    try insertOutbox.run()
    nextSequence += 1
    return (hash, sequence)
  }

  /// Writes the numbering back; must be called before the transaction ends.
  func finish() throws {
    saveSequence.bind(1, nextSequence)
    try saveSequence.run()
  }

  private func insert(_ record: RevisionRecord, _ hash: ContentHash) throws -> Int64 {
    insertRevision.bind(1, record.entry)
    insertRevision.bind(2, record.number)
    insertRevision.bind(3, record.parent)
    insertRevision.bind(4, hash)
    insertRevision.bind(5, record.sequence)
    return try writer.bytes.withUnsafeBytes { bytes in
      insertRevision.bind(6, blobInPlace: bytes)
      try insertRevision.run()
      return insertRevision.insertedRow
    }
  }

  private func begin(
    _ entry: UniqueID, _ form: Form, _ content: EntryContent, head: Int64
  ) throws {
    insertEntry.bind(1, entry)
    insertEntry.bind(2, form.code)
    insertEntry.bind(3, form.version)
    insertEntry.bind(4, content.objectCode)
    insertEntry.bind(5, content.townCode)
    insertEntry.bind(6, identity.surveyor)
    insertEntry.bind(7, head)
    insertEntry.bind(8, now.milliseconds)
    try insertEntry.run()
  }

  private func raise(
    _ entry: UniqueID, _ form: Form, _ content: EntryContent, head: Int64
  ) throws {
    updateEntry.bind(1, entry)
    updateEntry.bind(2, form.version)
    updateEntry.bind(3, content.objectCode)
    updateEntry.bind(4, content.townCode)
    updateEntry.bind(5, identity.surveyor)
    updateEntry.bind(6, head)
    updateEntry.bind(7, now.milliseconds)
    try updateEntry.run()
  }
}
