/// Tables of bundles: the central's own keys, and which bundles were taken in.
enum BundleSchema {
  static let sql = """
    -- Made when first needed. `signing` is an Ed25519 secret, `sealing` an X25519 one.
    CREATE TABLE bundleKey (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      signing BLOB NOT NULL CHECK (length(signing) = 32),
      sealing BLOB NOT NULL CHECK (length(sealing) = 32)
    ) STRICT;

    -- Each bundle that was taken in whole, and how far its device had come when it was made.
    CREATE TABLE bundle (
      number INTEGER PRIMARY KEY,
      id BLOB NOT NULL CHECK (length(id) = 16),
      device BLOB NOT NULL REFERENCES device (id),
      takenAt INTEGER NOT NULL,
      answered INTEGER NOT NULL CHECK (answered >= 0),
      cursor INTEGER NOT NULL CHECK (cursor >= 0),
      inventory INTEGER NOT NULL CHECK (inventory >= 0),
      UNIQUE (device, id)
    ) STRICT;
    """
}
