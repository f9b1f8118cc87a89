import Testing

@testable import CensusGeo

/// The expected bytes are those that PostGIS 3 and Shapely 2 give, and for the header those that the
/// standard's table 5 spells out.
@Suite struct WellKnownBinaryTests {
  private func hex(_ shape: GeoShape) -> String {
    var writer = WKBWriter()
    writer.shape(shape)
    return WellKnownBinaryTests.hex(writer.bytes)
  }

  private static func hex(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { String(UInt16($0) + 0x100, radix: 16).suffix(2) }.joined()
  }

  @Test func `a point, a line and an area have the bytes that others give them`() throws {
    let (one, two) = (try Samples.position(1, 2), try Samples.position(3, 4))
    #expect(hex(.point(one)) == "0101000000000000000000f03f0000000000000040")
    #expect(
      hex(.line([one, two])) == """
        010200000002000000000000000000f03f000000000000004000000000000008400000000000001040
        """)
    #expect(
      hex(.polygon([try Samples.square(from: 0, 0)])) == """
        010300000001000000050000000000000000000000\
        0000000000000000000000000000f03f0000000000000000\
        000000000000f03f000000000000f03f0000000000000000000000000000f03f\
        00000000000000000000000000000000
        """)
  }

  @Test func `a height makes the type one of the third dimension, unless some lack it`() throws {
    let (high, flat) = (try Samples.position(1, 2, 3), try Samples.position(3, 4))
    #expect(hex(.point(high)) == "01e9030000000000000000f03f00000000000000400000000000000840")
    #expect(hex(.line([high, flat])) == hex(.line([try Samples.position(1, 2), flat])))
  }

  @Test func `the header names the reference system, and the window of what is no point`() throws {
    var blob = GeoPackageBlob(srs: 4490)
    let point = blob.bytes(of: .point(try Samples.position(1, 2)))
    #expect(
      Self.hex(point) == "475000018a110000" + "0101000000000000000000f03f0000000000000040")
    let line = blob.bytes(of: .line([try Samples.position(3, 2), try Samples.position(1, 4)]))
    #expect(
      Self.hex(line.prefix(40)) == "475000038a110000"
        + "000000000000f03f0000000000000840" + "00000000000000400000000000001040")
  }
}
