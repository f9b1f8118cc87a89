/// What a restored central has not shown again.
enum UnseenSchema {
  static let sql = """
    -- Others' revisions that the central had before it was restored, while its changes are read anew.
    CREATE TABLE unseen (revision INTEGER PRIMARY KEY REFERENCES revision (id)) STRICT;
    """

  /// A second copy, as of every value that no hash covers.
  static let witness = "CREATE INDEX unseenWitness ON unseen (revision)"
}
