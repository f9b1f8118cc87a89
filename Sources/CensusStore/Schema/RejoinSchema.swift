/// What a device was before it rejoined, and what became of its revisions then.
enum RejoinSchema {
  static let sql = """
    -- Own sequences up to this one are those of former identities.
    ALTER TABLE device ADD COLUMN startsAfter INTEGER NOT NULL DEFAULT 0 CHECK (startsAfter >= 0);

    CREATE TABLE formerIdentity (
      id BLOB PRIMARY KEY CHECK (length(id) = 16),
      -- The last own sequence under it.
      lastSequence INTEGER NOT NULL CHECK (lastSequence >= 0),
      endedAt INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- The identity that was asked for and is not taken on yet.
    CREATE TABLE rejoin (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      id BLOB NOT NULL CHECK (length(id) = 16),
      startedAt INTEGER NOT NULL
    ) STRICT;

    -- Revisions of former identities that were made anew under the next one.
    CREATE TABLE remade (
      sequence INTEGER PRIMARY KEY REFERENCES revision (sequence),
      became INTEGER NOT NULL UNIQUE REFERENCES revision (sequence),
      CHECK (became > sequence)
    ) STRICT;
    """
}
