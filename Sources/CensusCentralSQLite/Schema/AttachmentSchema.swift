/// Tables of attachments: what revisions declare, and the uploads that were begun.
///
/// Only revisions that were taken in since these tables are there have rows: what was judged complete
/// before is not taken back.
enum AttachmentSchema {
  static let sql = """
    CREATE TABLE declaredAttachment (
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      entry BLOB NOT NULL CHECK (length(entry) = 16),
      revision BLOB NOT NULL CHECK (length(revision) = 32),
      -- When its file was first seen here; NULL while there is none.
      arrivedAt INTEGER,
      PRIMARY KEY (hash, entry, revision),
      FOREIGN KEY (entry, revision) REFERENCES revision (entry, hash)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX attachmentMissing ON declaredAttachment (entry, revision) WHERE arrivedAt IS NULL;

    CREATE TABLE upload (
      id BLOB PRIMARY KEY CHECK (length(id) = 16),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      size INTEGER NOT NULL CHECK (size > 0),
      -- How many bytes are on the disk for certain.
      received INTEGER NOT NULL CHECK (received BETWEEN 0 AND size),
      caller TEXT NOT NULL CHECK (caller <> ''),
      expiresAt INTEGER NOT NULL,
      UNIQUE (caller, hash)
    ) STRICT, WITHOUT ROWID;
    """
}
