/// By what the central knows whether a device that sends bundles has read its own changes; with a witness.
enum BundleHeadSchema {
  static let sql = """
    ALTER TABLE bundle ADD COLUMN head BLOB CHECK (length(head) = 32);
    DROP INDEX bundleWitness;
    CREATE INDEX bundleWitness ON bundle (takenAt, answered, cursor, inventory, head);
    """
}
