/// Devices that are the central itself, for the revisions by which coordinators decide.
enum DeskSchema {
  static let sql = """
    ALTER TABLE device ADD COLUMN isDesk INTEGER NOT NULL DEFAULT 0 CHECK (isDesk IN (0, 1));
    """
}
