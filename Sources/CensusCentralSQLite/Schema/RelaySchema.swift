/// What a central keeps of the centrals above and below it.
enum RelaySchema {
  static let sql = """
    -- A relay is a lower central; a carried device's work comes through one.
    ALTER TABLE device ADD COLUMN isRelay INTEGER NOT NULL DEFAULT 0 CHECK (isRelay IN (0, 1));
    ALTER TABLE device ADD COLUMN carrier BLOB REFERENCES device (id);

    -- One row: how far this central has come with the one above it.
    CREATE TABLE relay (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      id BLOB NOT NULL CHECK (length(id) = 16),
      sent INTEGER NOT NULL CHECK (sent >= 0),
      taken INTEGER NOT NULL CHECK (taken >= 0),
      openKey BLOB CHECK (length(openKey) = 16),
      openAfter INTEGER CHECK (openAfter >= 0),
      openThrough INTEGER CHECK (openThrough > openAfter),
      lastRun INTEGER,
      CHECK ((openKey IS NULL) = (openAfter IS NULL)),
      CHECK ((openKey IS NULL) = (openThrough IS NULL))
    ) STRICT;

    -- Lines of this central that the one above did not take, by their cursors here.
    CREATE TABLE relayRefusal (
      cursor INTEGER PRIMARY KEY CHECK (cursor > 0),
      hash BLOB NOT NULL CHECK (length(hash) = 32),
      faults TEXT NOT NULL CHECK (faults LIKE '[%]'),
      at INTEGER NOT NULL
    ) STRICT;
    """
}
