/// The R-tree by which programs find the features of a window (OGC 12-128r17, annex F.3).
struct SpatialIndex {
  private let table: String
  private let tree: String
  /// The name of the virtual table.
  let name: String

  /// The index of the column `geom` of `table`.
  init(of table: String) {
    name = "rtree_\(table)_geom"
    self.table = GeoPackageSchema.quoted(table)
    tree = GeoPackageSchema.quoted(name)
  }

  /// Makes the virtual table.
  var creation: String { "CREATE VIRTUAL TABLE \(tree) USING rtree(id, minx, maxx, miny, maxy)" }

  /// Adds a feature by its number and bounds.
  var insertion: String { "INSERT INTO \(tree) VALUES (?, ?, ?, ?, ?)" }

  /// Keeps the index when somebody edits the layer.
  ///
  /// The functions are those of programs that know GeoPackage, so these come after all rows.
  var triggers: String {
    let filled = "NEW.\"geom\" NOTNULL AND NOT ST_IsEmpty(NEW.\"geom\")"
    let empty = "NEW.\"geom\" ISNULL OR ST_IsEmpty(NEW.\"geom\")"
    let add = """
      INSERT OR REPLACE INTO \(tree) VALUES (NEW."fid", ST_MinX(NEW."geom"), \
      ST_MaxX(NEW."geom"), ST_MinY(NEW."geom"), ST_MaxY(NEW."geom"));
      """
    return [
      trigger("insert", "AFTER INSERT ON \(table) WHEN (\(filled))", add),
      trigger(
        "update1",
        "AFTER UPDATE OF \"geom\" ON \(table) WHEN OLD.\"fid\" = NEW.\"fid\" AND (\(filled))", add),
      trigger(
        "update2",
        "AFTER UPDATE OF \"geom\" ON \(table) WHEN OLD.\"fid\" = NEW.\"fid\" AND (\(empty))",
        "DELETE FROM \(tree) WHERE id = OLD.\"fid\";"),
      trigger(
        "update3", "AFTER UPDATE ON \(table) WHEN OLD.\"fid\" != NEW.\"fid\" AND (\(filled))",
        "DELETE FROM \(tree) WHERE id = OLD.\"fid\"; " + add),
      trigger(
        "update4", "AFTER UPDATE ON \(table) WHEN OLD.\"fid\" != NEW.\"fid\" AND (\(empty))",
        "DELETE FROM \(tree) WHERE id IN (OLD.\"fid\", NEW.\"fid\");"),
      trigger(
        "delete", "AFTER DELETE ON \(table) WHEN OLD.\"geom\" NOT NULL",
        "DELETE FROM \(tree) WHERE id = OLD.\"fid\";"),
    ].joined(separator: "\n")
  }

  private func trigger(_ suffix: String, _ event: String, _ action: String) -> String {
    "CREATE TRIGGER \(GeoPackageSchema.quoted("\(name)_\(suffix)")) \(event) BEGIN \(action) END;"
  }
}
