/// By what the central knows again the place up to which the device has read its changes.
enum FeedSchema {
  static let sql = """
    -- The head of the central's audit chain that came with the cursor; null before the first.
    ALTER TABLE device ADD COLUMN feedHead BLOB CHECK (length(feedHead) = 32);
    """
}
