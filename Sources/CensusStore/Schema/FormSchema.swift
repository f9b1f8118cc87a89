/// The forms that came from the central.
enum FormSchema {
  static let sql = """
    CREATE TABLE form (
      code TEXT NOT NULL CHECK (code <> ''),
      version INTEGER NOT NULL CHECK (version > 0),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      json BLOB NOT NULL,
      takenAt INTEGER NOT NULL,
      PRIMARY KEY (code, version)
    ) STRICT;
    CREATE TRIGGER formIsNeverChanged BEFORE UPDATE ON form
      BEGIN SELECT RAISE(ABORT, 'forms are immutable'); END;
    CREATE TRIGGER formIsNeverDeleted BEFORE DELETE ON form
      BEGIN SELECT RAISE(ABORT, 'forms are kept'); END;
    """
}
