extension DeviceSchema {
  /// How the link to the central was last seen, so that the next sync begins as the last one ended.
  static let link = """
    CREATE TABLE link (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      -- The bounds of the next batch: revisions, and bytes before packing.
      count INTEGER NOT NULL CHECK (count >= 1),
      bytes INTEGER NOT NULL CHECK (bytes >= 1),
      -- Bytes a second as they travelled; null before the first measurement.
      bytesPerSecond INTEGER CHECK (bytesPerSecond >= 0)
    ) STRICT;
    """
}
