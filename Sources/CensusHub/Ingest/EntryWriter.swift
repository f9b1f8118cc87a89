import CensusAPI
import CensusDomain
import CensusFiles

/// Writes revisions and entries within one batch's transaction.
struct EntryWriter {
  private let body: UnsafeRawBufferPointer
  private let now: Timestamp
  private let revisions: any RevisionRecords
  private let entries: any EntryRecords
  private let claims: any ClaimRecords
  private let attachments: any AttachmentRecords
  private let folder: AttachmentFolder?

  init(
    _ records: any CentralTransaction, body: UnsafeRawBufferPointer,
    folder: AttachmentFolder?, now: Timestamp
  ) {
    self.body = body
    self.now = now
    revisions = records.revisions
    entries = records.entries
    claims = records.claims
    attachments = records.attachments
    self.folder = folder
  }

  /// Begins an entry with its first revision.
  func begin(
    _ record: RevisionRecord, _ prepared: PreparedRevision, subject: FormSubject, isListed: Bool
  ) throws {
    let cursor = try insert(record, prepared, .accepted)
    try entries.add(
      StoredEntry(
        id: record.entry, form: record.form, subject: subject, object: prepared.objectCode,
        town: prepared.townCode, author: record.author, headCursor: cursor,
        headHash: prepared.hash, number: record.number, standing: .received,
        isListed: isListed, receivedAt: now))
    if !prepared.claims.isEmpty {
      try claims.set(prepared.claims, of: record.entry, form: record.form)
    }
  }

  /// Makes the revision its entry's standing one; what it does not settle goes on contending.
  func advance(
    _ entry: StoredEntry, to record: RevisionRecord, _ prepared: PreparedRevision, isListed: Bool
  ) throws {
    let cursor = try insert(record, prepared, .accepted)
    try revisions.settle(record.settles, of: record.entry, by: cursor)
    let isContested = try revisions.isContested(record.entry)
    try entries.update(
      StoredEntry(
        id: record.entry, form: entry.form, subject: entry.subject, object: prepared.objectCode,
        town: prepared.townCode, author: record.author, headCursor: cursor,
        headHash: prepared.hash, number: record.number,
        standing: isContested ? .conflict : .received, isListed: isListed, receivedAt: now))
    try claims.set(prepared.claims, of: record.entry, form: record.form)
  }

  /// Keeps the revision without making it the standing one.
  func keepAside(
    _ record: RevisionRecord, _ prepared: PreparedRevision, _ disposition: Disposition
  ) throws {
    _ = try insert(record, prepared, disposition)
  }

  private func insert(
    _ record: RevisionRecord, _ prepared: PreparedRevision, _ disposition: Disposition
  ) throws -> Int64 {
    let cursor = try revisions.add(
      StoredRevision(
        device: record.device, sequence: prepared.sequence, entry: record.entry,
        number: record.number,
        parent: record.parent, hash: prepared.hash, disposition: disposition,
        author: record.author, form: record.form, object: prepared.objectCode,
        town: prepared.townCode, receivedAt: now),
      record: UnsafeRawBufferPointer(rebasing: body[prepared.bytes]))
    if let folder {
      for hash in prepared.attachments {
        try attachments.declare(hash, by: cursor, arrivedAt: folder.contains(hash) ? now : nil)
      }
    }
    return cursor
  }
}
