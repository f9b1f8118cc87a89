/// What devices say of themselves, what they were before, and the forms that were added.
enum DeclarationSchema {
  static let sql = """
    ALTER TABLE device ADD COLUMN programVersion TEXT;
    -- The device's clock minus the central's, whole seconds.
    ALTER TABLE device ADD COLUMN clockSkew INTEGER;
    ALTER TABLE device ADD COLUMN unsent INTEGER CHECK (unsent >= 0);
    ALTER TABLE device ADD COLUMN declaredAt INTEGER;
    ALTER TABLE device ADD COLUMN rejoinedFrom BLOB REFERENCES device (id);
    CREATE INDEX deviceByFormer ON device (rejoinedFrom) WHERE rejoinedFrom IS NOT NULL;

    -- The exact bytes of each form that was added here; it is announced under its cursor.
    CREATE TABLE form (
      cursor INTEGER PRIMARY KEY CHECK (cursor > 0),
      code TEXT NOT NULL CHECK (code <> ''),
      version INTEGER NOT NULL CHECK (version > 0),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      json BLOB NOT NULL,
      addedAt INTEGER NOT NULL,
      UNIQUE (code, version)
    ) STRICT;
    """
}
