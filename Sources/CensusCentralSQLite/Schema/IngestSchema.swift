/// Tables of what devices send: batches, revisions, entries, quarantine and reviews.
///
/// `cursor` is one counter over revisions, reviews and inventory versions: the commit order that
/// devices follow. It is handed out inside the one writing transaction that SQLite allows at a time.
///
/// Words are compared by `OR`, not `IN`: for a longer list SQLite fills a temporary table for each row.
enum IngestSchema {
  static let sql = """
    CREATE TABLE batch (
      device BLOB NOT NULL REFERENCES device (id),
      key BLOB NOT NULL CHECK (length(key) = 16),
      digest BLOB NOT NULL CHECK (length(digest) = 32),
      receipt BLOB NOT NULL,
      receivedAt INTEGER NOT NULL,
      UNIQUE (device, key)
    ) STRICT;

    CREATE TABLE revision (
      cursor INTEGER PRIMARY KEY CHECK (cursor > 0),
      device BLOB NOT NULL REFERENCES device (id),
      sequence INTEGER NOT NULL CHECK (sequence > 0),
      entry BLOB NOT NULL CHECK (length(entry) = 16),
      number INTEGER NOT NULL CHECK (number > 0),
      parent BLOB CHECK (length(parent) = 32),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      disposition TEXT NOT NULL CHECK (
        disposition = 'accepted' OR disposition = 'superseded' OR disposition = 'conflict'),
      author TEXT NOT NULL CHECK (author <> ''),
      form TEXT NOT NULL,
      objectCode TEXT NOT NULL CHECK (objectCode <> ''),
      townCode TEXT NOT NULL,
      receivedAt INTEGER NOT NULL,
      record BLOB NOT NULL,
      UNIQUE (device, sequence),
      -- A record names its entry, so nothing is lost by looking for a hash within one. By hash alone
      -- each row would touch another page of the index: hashes are random, entries come in order.
      UNIQUE (entry, hash)
    ) STRICT;
    CREATE INDEX revisionContending ON revision (entry, cursor) WHERE disposition = 'conflict';

    CREATE TABLE entry (
      id BLOB PRIMARY KEY CHECK (length(id) = 16),
      form TEXT NOT NULL,
      hazard TEXT NOT NULL,
      objectCode TEXT NOT NULL,
      townCode TEXT NOT NULL,
      author TEXT NOT NULL,
      headCursor INTEGER NOT NULL REFERENCES revision (cursor),
      headHash BLOB NOT NULL CHECK (length(headHash) = 32),
      number INTEGER NOT NULL,
      standing TEXT NOT NULL CHECK (
        standing = 'received' OR standing = 'returned' OR standing = 'conflict'
          OR standing = 'countyPassed' OR standing = 'cityPassed'),
      isListed INTEGER NOT NULL CHECK (isListed IN (0, 1)),
      receivedAt INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX entryOfObject ON entry (objectCode, form);
    CREATE INDEX entryByStanding ON entry (standing, headCursor);
    CREATE INDEX entryUnlisted ON entry (townCode) WHERE isListed = 0;

    -- What the standing revisions of entries claim under the rules across records of their forms.
    -- The days are empty under a rule without a span.
    CREATE TABLE claim (
      entry BLOB NOT NULL REFERENCES entry (id),
      rule TEXT NOT NULL CHECK (rule <> ''),
      form TEXT NOT NULL,
      value TEXT NOT NULL,
      fromDay TEXT NOT NULL,
      toDay TEXT NOT NULL,
      PRIMARY KEY (entry, rule)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX claimByValue ON claim (form, rule, value, fromDay);

    CREATE TABLE quarantine (
      device BLOB NOT NULL REFERENCES device (id),
      sequence INTEGER NOT NULL CHECK (sequence > 0),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      batch BLOB NOT NULL CHECK (length(batch) = 16),
      -- What could be read of the record; empty or NULL where nothing could or may count.
      entry BLOB CHECK (length(entry) = 16),
      parent BLOB CHECK (length(parent) = 32),
      author TEXT NOT NULL,
      form TEXT NOT NULL,
      objectCode TEXT NOT NULL,
      faults TEXT NOT NULL CHECK (faults LIKE '[%]'),
      at INTEGER NOT NULL,
      record BLOB NOT NULL,
      UNIQUE (device, sequence, hash)
    ) STRICT;
    CREATE INDEX quarantineOfObject ON quarantine (objectCode, form);
    CREATE INDEX quarantineByHash ON quarantine (hash);

    CREATE TABLE review (
      cursor INTEGER PRIMARY KEY CHECK (cursor > 0),
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      entry BLOB NOT NULL REFERENCES entry (id),
      revision BLOB NOT NULL,
      level TEXT NOT NULL CHECK (level IN ('county', 'city')),
      verdict TEXT NOT NULL CHECK (verdict IN ('pass', 'return')),
      comment TEXT NOT NULL,
      fields TEXT NOT NULL CHECK (fields LIKE '[%]'),
      reviewer TEXT NOT NULL,
      at INTEGER NOT NULL,
      FOREIGN KEY (entry, revision) REFERENCES revision (entry, hash),
      CHECK (verdict = 'pass' OR comment <> '')
    ) STRICT;
    CREATE INDEX reviewOfEntry ON review (entry, cursor);
    """
}
