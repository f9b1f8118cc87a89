/// The key by which this device signs its bundles.
enum BundleSchema {
  static let sql = """
    -- Made with the first bundle; it stays through a change of identity.
    CREATE TABLE bundleKey (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      secret BLOB NOT NULL CHECK (length(secret) = 32)
    ) STRICT;
    """
}
