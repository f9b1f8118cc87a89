/// What a restored central has not shown again.
enum UnseenSchema {
  static let sql = """
    -- Others' revisions that the central had before it was restored, while its changes are read anew.
    CREATE TABLE unseen (revision INTEGER PRIMARY KEY REFERENCES revision (id)) STRICT;
    """
}
