/// The table of what was settled: a contender is open as long as it is not in it.
enum ContenderSchema {
  static let sql = """
    CREATE TABLE settled (
      entry BLOB NOT NULL CHECK (length(entry) = 16),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      -- The standing revision that names it.
      cursor INTEGER NOT NULL REFERENCES revision (cursor),
      PRIMARY KEY (entry, hash),
      FOREIGN KEY (entry, hash) REFERENCES revision (entry, hash)
    ) STRICT, WITHOUT ROWID;

    -- Until now any later standing revision settled what contended before it.
    INSERT INTO settled (entry, hash, cursor)
    SELECT entry, hash, later FROM (
      SELECT entry, hash, (
        SELECT min(cursor) FROM revision AS standing
        WHERE standing.entry = revision.entry AND standing.disposition = 'accepted'
          AND standing.cursor > revision.cursor) AS later
      FROM revision WHERE disposition = 'conflict')
    WHERE later IS NOT NULL;
    """
}
