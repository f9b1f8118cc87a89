/// Tables of what contends, and of what was merged or decided.
enum ConflictSchema {
  static let sql = """
    -- The revision that a working copy was made from, which need not stand any more.
    ALTER TABLE draft ADD COLUMN base BLOB CHECK (length(base) = 32);
    UPDATE draft SET base = (
      SELECT revision.hash FROM entry JOIN revision ON revision.id = entry.head
      WHERE entry.entry = draft.entry);

    -- Other devices' revisions that the central keeps beside the standing one. What it said of own
    -- revisions is in their receipts.
    CREATE TABLE aside (
      entry BLOB NOT NULL CHECK (length(entry) = 16),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      disposition TEXT NOT NULL CHECK (disposition = 'conflict' OR disposition = 'superseded'),
      PRIMARY KEY (entry, hash)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO aside (entry, hash, disposition)
    SELECT revision.entry, revision.hash, 'conflict' FROM revision
    JOIN entry USING (entry) JOIN revision AS head ON head.id = entry.head
    WHERE revision.sequence IS NULL AND revision.number = head.number AND revision.id <> head.id;
    CREATE INDEX receiptAside ON receipt (sequence)
      WHERE disposition = 'conflict' OR disposition = 'superseded';

    -- Which revision of this device merged or decided what; `fields` is JSON.
    CREATE TABLE resolution (
      revision INTEGER PRIMARY KEY REFERENCES revision (id),
      entry BLOB NOT NULL CHECK (length(entry) = 16),
      isAutomatic INTEGER NOT NULL CHECK (isAutomatic IN (0, 1)),
      mine TEXT NOT NULL,
      theirs TEXT NOT NULL,
      fields TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;
    """
}
