/// Tables of the papers that were handed over and of past days' counts.
enum PaperSchema {
  static let sql = """
    CREATE TABLE paper (
      id INTEGER PRIMARY KEY,
      number TEXT NOT NULL UNIQUE CHECK (number <> ''),
      kind TEXT NOT NULL CHECK (kind <> ''),
      asOf TEXT NOT NULL CHECK (length(asOf) = 10),
      issuedAt INTEGER NOT NULL,
      author TEXT NOT NULL,
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      json BLOB NOT NULL
    ) STRICT;
    -- Covers what the hash of the paper does not, as the other witnesses do.
    CREATE INDEX paperWitness ON paper (kind, asOf, issuedAt, author, hash);

    -- Made again where it is missing or its hash does not agree; nothing hangs on it but time.
    CREATE TABLE dayCount (
      day TEXT PRIMARY KEY CHECK (length(day) = 10),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      json BLOB NOT NULL,
      sums BLOB NOT NULL
    ) STRICT;
    """
}
