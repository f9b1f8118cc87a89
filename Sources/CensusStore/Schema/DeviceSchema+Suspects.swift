extension DeviceSchema {
  /// One row at most: among which revisions one is sought that the central stumbles over.
  static let suspects = """
    CREATE TABLE suspects (
      one INTEGER PRIMARY KEY CHECK (one = 1),
      part INTEGER NOT NULL CHECK (part >= 1),
      partsThrough INTEGER NOT NULL,
      singlesThrough INTEGER NOT NULL,
      -- Whose place a void line takes, and the central's words.
      culprit INTEGER,
      refusalZh TEXT,
      refusalEn TEXT,
      CHECK ((culprit IS NULL) = (refusalZh IS NULL)),
      CHECK ((culprit IS NULL) = (refusalEn IS NULL))
    ) STRICT;
    """
}
