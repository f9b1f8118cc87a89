/// Writes geometries as GeoPackage has them: a header before well-known binary.
///
/// Source: OGC 12-128r17 (GeoPackage 1.3.0), section 2.1.3, table 5.
struct GeoPackageBlob {
  private var writer = WKBWriter()
  private let srs: Int32

  /// Makes a writer for the reference system of this number.
  init(srs: Int32) { self.srs = srs }

  /// The shape's blob, valid until the next call.
  mutating func bytes(of shape: GeoShape) -> [UInt8] {
    writer.reset()
    writer.byte(UInt8(ascii: "G"))
    writer.byte(UInt8(ascii: "P"))
    writer.byte(0)  // The version: 1.
    // A point is its own envelope; lines and areas have one of west, east, south and north, so that
    // a reader can pass over them without looking into them.
    let bounds = shape.kind == .point ? nil : shape.bounds
    writer.byte(bounds == nil ? 0b0000_0001 : 0b0000_0011)
    writer.number(UInt32(bitPattern: srs))
    if let bounds {
      for edge in [bounds.west, bounds.east, bounds.south, bounds.north] { writer.double(edge) }
    }
    writer.shape(shape)
    return writer.bytes
  }
}
