/// The table of attachments that this device's own entries declare.
enum AttachmentSchema {
  static let sql = """
    -- What the last final revision that was made here of an entry declares.
    CREATE TABLE attachment (
      entry BLOB NOT NULL REFERENCES entry (entry),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      -- When the central last said that it holds the whole file.
      sentAt INTEGER,
      PRIMARY KEY (entry, hash)
    ) STRICT, WITHOUT ROWID;
    """
}
