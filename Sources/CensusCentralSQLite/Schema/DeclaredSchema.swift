/// What revisions declare, told by their place in the commit order, so that a new one is written behind the
/// last one and not into the midst of all.
///
/// Hashes are random: an index of whole ones would touch another page for nearly each photo, and the more
/// photos a central has, the more bytes each batch would write. Their first four bytes find a hash among
/// a million with less than one false row, in an index that stays small.
enum DeclaredSchema {
  static let sql = """
    CREATE TABLE declared (
      id INTEGER PRIMARY KEY,
      cursor INTEGER NOT NULL REFERENCES revision (cursor),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      -- When its file was first seen here; NULL while there is none.
      arrivedAt INTEGER,
      UNIQUE (cursor, hash)
    ) STRICT;
    INSERT INTO declared (cursor, hash, arrivedAt)
    SELECT revision.cursor, former.hash, former.arrivedAt
    FROM declaredAttachment AS former
    JOIN revision ON revision.entry = former.entry AND revision.hash = former.revision
    ORDER BY revision.cursor, former.hash;
    DROP TABLE declaredAttachment;
    ALTER TABLE declared RENAME TO declaredAttachment;
    CREATE INDEX attachmentByHash ON declaredAttachment (substr(hash, 1, 4));
    CREATE INDEX attachmentMissing ON declaredAttachment (cursor) WHERE arrivedAt IS NULL;
    CREATE INDEX attachmentWitness ON declaredAttachment (arrivedAt) WHERE arrivedAt IS NOT NULL;
    """
}
