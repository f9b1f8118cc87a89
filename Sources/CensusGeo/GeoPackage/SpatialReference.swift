/// A coordinate reference system as a GeoPackage describes it.
struct SpatialReference {
  /// What people call it.
  let name: String
  /// Its number in the file.
  let id: Int32
  /// Who defined it.
  let organization: String
  /// Its number there.
  let number: Int32
  /// Its definition as well-known text, first edition (OGC 01-009).
  let definition: String
  /// What it is for.
  let description: String

  /// The census's own: CGCS2000 in degrees.
  ///
  /// Definition of the EPSG registry's code 4490, as PROJ 9.1 writes it.
  static let census = SpatialReference(
    name: "China Geodetic Coordinate System 2000", id: 4490, organization: "EPSG", number: 4490,
    definition: """
      GEOGCS["China Geodetic Coordinate System 2000",DATUM["China_2000",SPHEROID["CGCS2000",\
      6378137,298.257222101,AUTHORITY["EPSG","1024"]],AUTHORITY["EPSG","1043"]],\
      PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,\
      AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],\
      AUTHORITY["EPSG","4490"]]
      """, description: "2000国家大地坐标系，经纬度（度） / longitude and latitude in degrees, CGCS2000")

  /// Those that every GeoPackage has (OGC 12-128r17, requirement 11).
  static let required = [
    SpatialReference(
      name: "WGS 84 geodetic", id: 4326, organization: "EPSG", number: 4326,
      definition: """
        GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,\
        AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,\
        AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],\
        AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]
        """, description: "longitude and latitude in degrees on the WGS 84 ellipsoid"),
    SpatialReference(
      name: "Undefined Cartesian SRS", id: -1, organization: "NONE", number: -1,
      definition: "undefined", description: "undefined Cartesian coordinate reference system"),
    SpatialReference(
      name: "Undefined geographic SRS", id: 0, organization: "NONE", number: 0,
      definition: "undefined", description: "undefined geographic coordinate reference system"),
  ]
}
