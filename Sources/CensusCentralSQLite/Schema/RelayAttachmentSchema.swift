/// Which attachments the central above lacked, and which it was sent.
enum RelayAttachmentSchema {
  static let sql = """
    CREATE TABLE relayAttachment (
      hash BLOB PRIMARY KEY CHECK (length(hash) = 32),
      -- When the central above confirmed the whole file; NULL while it lacks it.
      sentAt INTEGER
    ) STRICT, WITHOUT ROWID;
    """
}
