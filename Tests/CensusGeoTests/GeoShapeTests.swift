import CensusGeo
import Testing

@Suite struct GeoShapeTests {
  @Test func `points, lines and areas are read with the numbers that were written`() throws {
    let point = try GeoShape(
      geoJSON: #"{"type":"Point","coordinates":[118.204475,39.622553,22.4]}"#)
    #expect(point == .point(try Samples.position(118.204475, 39.622553, 22.4)))
    let line = try GeoShape(
      geoJSON: #"{"coordinates":[[118,39],[118.5,39.5]],"type":"LineString"}"#)
    #expect(
      line == .line([try Samples.position(118, 39), try Samples.position(118.5, 39.5)]))
    #expect(!line.hasHeights && point.hasHeights)
  }

  @Test
  func `a border is turned anticlockwise and a hole clockwise, whichever way they were drawn`()
    throws
  {
    let expected = GeoShape.polygon([
      try Samples.square(from: 0, 0), try Samples.square(from: 10, 10).reversed(),
    ])
    let border = "[[0,0],[1,0],[1,1],[0,1],[0,0]]"
    let hole = "[[10,10],[11,10],[11,11],[10,11],[10,10]]"
    let (redrob, eloh) = (
      "[[0,0],[0,1],[1,1],[1,0],[0,0]]", "[[10,10],[10,11],[11,11],[11,10],[10,10]]"
    )
    for rings in [[border, hole], [redrob, hole], [border, eloh], [redrob, eloh]] {
      let text = "{\"type\":\"Polygon\",\"coordinates\":[\(rings.joined(separator: ","))]}"
      #expect(try GeoShape(geoJSON: text) == expected, "\(text)")
    }
  }

  @Test(arguments: [
    ("", GeoShapeFault.unreadable), ("[]", .unreadable), (#"{"type":"Point"}"#, .unreadable),
    (#"{"type":"Point","coordinates":[118]}"#, .position),
    (#"{"type":"Point","coordinates":["118","39"]}"#, .position),
    (#"{"type":"Point","coordinates":[181,39]}"#, .position),
    (#"{"type":"Point","coordinates":[1e400,39]}"#, .position),
    (#"{"type":"Point","coordinates":[39.7,118.2]}"#, .position),
    (#"{"type":"LineString","coordinates":[[118,39]]}"#, .tooShort),
    (#"{"type":"LineString","coordinates":7}"#, .unreadable),
    (#"{"type":"Polygon","coordinates":[]}"#, .tooShort),
    (#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[0,0]]]}"#, .tooShort),
    (#"{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}"#, .open),
    (#"{"type":"MultiPoint","coordinates":[[118,39]]}"#, .kind),
    (#"{"type":"GeometryCollection","geometries":[]}"#, .kind),
  ])
  func `what is no valid shape is refused and not mended`(text: String, fault: GeoShapeFault) {
    // 1e400 is no number of JSON's that a double holds, which the reader may say in either way.
    let faults: [GeoShapeFault] = text.contains("e400") ? [fault, .unreadable] : [fault]
    do throws(GeoShapeFault) {
      Issue.record("read as \(try GeoShape(geoJSON: text))")
    } catch {
      #expect(faults.contains(error), "\(text)")
    }
  }
}
