import CensusDomain
import CensusGeo
import Foundation
import GRDB
import Testing

@Suite struct GeoPackageWriterTests {
  /// A package of a point, a point without a position, a line and an area.
  private func write(to path: String, replaces: Bool = false) throws {
    let writer = try GeoPackageWriter(path: path, layers: Samples.layers, replaces: replaces)
    try writer.add(
      [
        GeoFeature(
          id: "1", shape: .point(try Samples.position(118.25, 39.75)),
          values: [.text("=1+1"), .integer(7)]),
        GeoFeature(id: "2", shape: nil, values: [.text("'; DROP TABLE x"), .none]),
      ], to: 0)
    try writer.add(
      [
        GeoFeature(
          id: "3",
          shape: .line([try Samples.position(118, 39, 5), try Samples.position(119, 40, 6)]),
          values: [.none, .none])
      ], to: 1)
    try writer.add(
      [
        GeoFeature(
          id: "4", shape: .polygon([try Samples.square(from: 118, 39)]),
          values: [.text("面"), .integer(-1)])
      ], to: 2)
    try writer.finish(Samples.about)
  }

  @Test func `every feature has its row, every geometry its place in the index and the extent`()
    throws
  {
    let scratch = try Scratch()
    let path = scratch.path + "/a.gpkg"
    try write(to: path)
    #expect(try scratch.names == ["a.gpkg"])
    try DatabaseQueue(path: path).read { db in
      #expect(try Int.fetchOne(db, sql: "PRAGMA application_id") == 0x4750_4B47)
      #expect(try Int.fetchOne(db, sql: "PRAGMA user_version") == 10300)
      #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
      let points = try Row.fetchAll(
        db, sql: "SELECT name, count, geom IS NULL FROM 层Point ORDER BY fid")
      #expect(
        points == [
          ["name": "=1+1", "count": 7, "geom IS NULL": 0],
          ["name": "'; DROP TABLE x", "count": nil, "geom IS NULL": 1],
        ])
      for (layer, count) in [("Point", 1), ("LineString", 1), ("Polygon", 1)] {
        #expect(
          try Int.fetchOne(db, sql: "SELECT count(*) FROM \"rtree_层\(layer)_geom\"") == count)
      }
      let extents = try Row.fetchAll(
        db,
        sql: """
          SELECT min_x, min_y, max_x, max_y, srs_id FROM gpkg_contents
          WHERE data_type = 'features' ORDER BY rowid
          """)
      #expect(
        extents.map { $0.databaseValues.map { Double.fromDatabaseValue($0) } } == [
          [118.25, 39.75, 118.25, 39.75, 4490], [118, 39, 119, 40, 4490],
          [118, 39, 119, 40, 4490],
        ])
      #expect(
        try Int.fetchAll(db, sql: "SELECT z FROM gpkg_geometry_columns ORDER BY rowid") == [
          0, 2, 0,
        ])
      #expect(
        try String.fetchOne(db, sql: "SELECT metadata FROM gpkg_metadata")
          == #"{"stateAt":"2021-11-30T01:00:23.857Z","objects":3}"#)
    }
  }

  @Test func `the same features give the same bytes`() throws {
    let scratch = try Scratch()
    try write(to: scratch.path + "/a.gpkg")
    try write(to: scratch.path + "/b.gpkg")
    let one = try #require(FileManager.default.contents(atPath: scratch.path + "/a.gpkg"))
    #expect(one == FileManager.default.contents(atPath: scratch.path + "/b.gpkg"))
  }

  @Test func `an export that is broken off or fails leaves nothing, and an old file as it was`()
    throws
  {
    let scratch = try Scratch()
    let path = scratch.path + "/a.gpkg"
    try Data("old".utf8).write(to: URL(fileURLWithPath: path))
    do {
      let writer = try GeoPackageWriter(path: path, layers: Samples.layers, replaces: true)
      let error = #expect(throws: CensusError.self) {
        try writer.add(
          [
            GeoFeature(
              id: "x", shape: .point(try Samples.position(1, 2)), values: [.none, .none])
          ], to: 1)
      }
      #expect(error?.code == .software)
    }
    #expect(try scratch.names == ["a.gpkg"])
    #expect(FileManager.default.contents(atPath: path) == Data("old".utf8))
  }

  @Test func `a file that is there is replaced only on wish, and never while it is open elsewhere`()
    throws
  {
    let scratch = try Scratch()
    let path = scratch.path + "/a.gpkg"
    try Data("old".utf8).write(to: URL(fileURLWithPath: path))
    #expect(throws: CensusError.self) { try write(to: path) }
    try Data().write(to: URL(fileURLWithPath: path + "-wal"))
    let error = #expect(throws: CensusError.self) { try write(to: path, replaces: true) }
    #expect(error?.code == .locked)
    #expect(FileManager.default.contents(atPath: path) == Data("old".utf8))
    try FileManager.default.removeItem(atPath: path + "-wal")
    try write(to: path, replaces: true)
    #expect(FileManager.default.contents(atPath: path)?.starts(with: Data("SQLite".utf8)) == true)
  }

  @Test func `a folder that is not there and a folder in the file's place are told`() throws {
    let scratch = try Scratch()
    for path in ["/none/a.gpkg", ""] {
      let error = #expect(throws: CensusError.self) { try write(to: scratch.path + path) }
      #expect(error?.code == .cannotCreate)
    }
  }
}
