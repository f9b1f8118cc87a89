/// Tables of quality samples and of what their checks found.
///
/// Each column is covered a second time, by a key, an index or a hash, so that a flipped bit is found.
enum QualitySchema {
  static let tables = ["sampleDraw", "sampledObject", "sampleCheck"]

  static let sql = """
    CREATE TABLE sampleDraw (
      number INTEGER PRIMARY KEY CHECK (number > 0),
      level TEXT NOT NULL CHECK (level IN ('county', 'city')),
      day TEXT NOT NULL CHECK (length(day) = 10),
      seed TEXT NOT NULL CHECK (seed <> ''),
      shareHundredths INTEGER NOT NULL CHECK (shareHundredths BETWEEN 1 AND 10000),
      follows INTEGER CHECK (follows < number),
      region TEXT NOT NULL,
      inventoryVersion INTEGER NOT NULL CHECK (inventoryVersion > 0),
      cursor INTEGER NOT NULL CHECK (cursor > 0),
      auditHead BLOB NOT NULL CHECK (length(auditHead) = 32),
      at INTEGER NOT NULL,
      drawnBy TEXT NOT NULL,
      frame TEXT NOT NULL CHECK (frame <> ''),
      frameHash BLOB NOT NULL CHECK (length(frameHash) = 32)
    ) STRICT;
    CREATE INDEX drawWitness ON sampleDraw (
      level, day, seed, shareHundredths, follows, region, inventoryVersion, cursor, auditHead, at,
      drawnBy, frameHash);

    CREATE TABLE sampledObject (
      draw INTEGER NOT NULL REFERENCES sampleDraw (number),
      objectCode TEXT NOT NULL,
      form TEXT NOT NULL,
      townCode TEXT NOT NULL CHECK (length(townCode) = 9),
      name TEXT NOT NULL,
      entry BLOB NOT NULL CHECK (length(entry) = 16),
      revision BLOB NOT NULL CHECK (length(revision) = 32),
      PRIMARY KEY (draw, objectCode, form)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sampledWitness ON sampledObject (townCode, name, entry, revision);

    CREATE TABLE sampleCheck (
      id INTEGER PRIMARY KEY,
      draw INTEGER NOT NULL,
      objectCode TEXT NOT NULL,
      form TEXT NOT NULL,
      position TEXT NOT NULL CHECK (position IN ('unchecked', 'right', 'wrong')),
      geometry TEXT NOT NULL CHECK (geometry IN ('unchecked', 'right', 'wrong')),
      indicators INTEGER NOT NULL CHECK (indicators > 0),
      wrong INTEGER NOT NULL CHECK (wrong BETWEEN 0 AND indicators),
      faults TEXT NOT NULL CHECK (faults LIKE '[%]'),
      note TEXT NOT NULL,
      attachments TEXT NOT NULL CHECK (attachments LIKE '[%]'),
      checkedBy TEXT NOT NULL CHECK (checkedBy <> ''),
      day TEXT NOT NULL CHECK (length(day) = 10),
      addedBy TEXT NOT NULL,
      addedAt INTEGER NOT NULL,
      FOREIGN KEY (draw, objectCode, form) REFERENCES sampledObject (draw, objectCode, form),
      UNIQUE (
        draw, objectCode, form, position, geometry, indicators, wrong, faults, note, attachments,
        checkedBy, day)
    ) STRICT;
    CREATE INDEX checkWitness ON sampleCheck (draw, addedBy, addedAt);
    """
}
