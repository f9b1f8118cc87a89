/// Tables of the district's settings and of who may do what.
enum AccessSchema {
  static let sql = """
    CREATE TABLE setting (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE town (
      code TEXT PRIMARY KEY CHECK (length(code) = 9),
      name TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE device (
      id BLOB PRIMARY KEY CHECK (length(id) = 16),
      surveyor TEXT NOT NULL CHECK (surveyor <> ''),
      region TEXT NOT NULL,
      tokenHash BLOB NOT NULL UNIQUE CHECK (length(tokenHash) = 32),
      lastSequence INTEGER NOT NULL DEFAULT 0 CHECK (lastSequence >= 0),
      lastHash BLOB CHECK (length(lastHash) = 32),
      lastSeen INTEGER,
      addedAt INTEGER NOT NULL,
      revokedAt INTEGER
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE account (
      name TEXT PRIMARY KEY CHECK (name <> ''),
      role TEXT NOT NULL CHECK (role IN ('surveyor', 'coordinator', 'viewer')),
      region TEXT NOT NULL,
      tokenHash BLOB NOT NULL UNIQUE CHECK (length(tokenHash) = 32),
      addedAt INTEGER NOT NULL,
      revokedAt INTEGER
    ) STRICT, WITHOUT ROWID;
    """
}
