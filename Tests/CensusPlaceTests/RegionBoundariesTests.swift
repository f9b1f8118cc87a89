import CensusDomain
import CensusPlace
import Testing

@Suite("Boundaries of regions")
struct RegionBoundariesTests {
  private static let square = "[[118,39],[119,39],[119,40],[118,40],[118,39]]"
  private static let hole = "[[118.4,39.4],[118.6,39.4],[118.6,39.6],[118.4,39.6],[118.4,39.4]]"

  private func feature(_ properties: String, _ type: String, _ coordinates: String) -> String {
    """
    {"type":"Feature","properties":\(properties),
     "geometry":{"type":"\(type)","coordinates":\(coordinates)}}
    """
  }

  private func boundaries(_ features: String...) throws(CensusError) -> RegionBoundaries {
    let text = #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
    return try RegionBoundaries(geoJSON: Array(text.utf8), name: "b.geojson")
  }

  @Test("Points are in, on the edge, in the hole, on its edge, or out")
  func sides() throws {
    let read = try boundaries(
      feature(#"{"code":"130205102"}"#, "Polygon", "[\(Self.square),\(Self.hole)]"))
    func isIn(_ longitude: Double, _ latitude: Double) -> Bool? {
      read.contains(longitude: longitude, latitude: latitude, code: "130205102")
    }
    #expect(isIn(118.2, 39.2) == true)
    #expect(isIn(118.5, 39.5) == false)
    #expect(isIn(118.4, 39.5) == true)
    #expect(isIn(118, 39) == true)
    #expect(isIn(119, 39.123456789) == true)
    #expect(isIn(117.9999, 39.5) == false)
    #expect(isIn(118.5, 40.0001) == false)
    #expect(isIn(.nan, 39.5) == nil)
    #expect(read.contains(longitude: 118.2, latitude: 39.2, code: "130205103") == nil)
    #expect(read.contains(longitude: 118.2, latitude: 39.2, code: "x") == nil)
  }

  @Test("A point on a slanting edge counts as inside, and rays through corners are counted once")
  func slanting() throws {
    let read = try boundaries(
      feature(
        #"{"code":"130205"}"#, "Polygon", "[[[118,39],[119,39.5],[118,40],[117,39.5],[118,39]]]"))
    func isIn(_ longitude: Double, _ latitude: Double) -> Bool? {
      read.contains(longitude: longitude, latitude: latitude, code: "130205")
    }
    for step in 0...10 {
      let share = Double(step) / 10
      #expect(isIn(118 + share, 39 + share / 2) == true)
      #expect(isIn(118 + share, 39 + share / 2 - 1e-6) == false)
    }
    #expect(isIn(117.5, 39.5) == true)
    #expect(isIn(116.9, 39.5) == false)
    #expect(isIn(119.1, 39.5) == false)
  }

  @Test("Features of one code and the parts of a MultiPolygon are one region")
  func pieces() throws {
    let far = "[[120,39],[121,39],[121,40],[120,40],[120,39]]"
    let farther = "[[122,39],[123,39],[123,40],[122,40],[122,39]]"
    let read = try boundaries(
      feature(#"{"adcode":130205}"#, "MultiPolygon", "[[\(Self.square)],[\(far)]]"),
      feature(#"{"PAC":"130205000000"}"#, "Polygon", "[\(farther)]"),
      feature(#"{"区划代码":"130205102"}"#, "Polygon", "[\(far)]"))
    #expect(read.codes == ["130205", "130205102"])
    for longitude in [118.5, 120.5, 122.5] {
      #expect(read.contains(longitude: longitude, latitude: 39.5, code: "130205") == true)
      #expect(read.contains(longitude: longitude, latitude: 39.5, code: "130205000") == true)
    }
    #expect(read.contains(longitude: 119.5, latitude: 39.5, code: "130205") == false)
    #expect(read.contains(longitude: 118.5, latitude: 39.5, code: "130205102000") == false)
  }

  @Test("A mistake is told with the file and the feature")
  func mistakes() throws {
    let good = feature(#"{"code":"130205"}"#, "Polygon", "[\(Self.square)]")
    func refusal(_ bad: String) -> String? {
      do throws(CensusError) {
        _ = try boundaries(good, bad)
        return nil
      } catch {
        #expect(error.code == .invalidData)
        #expect(error.remedy != nil)
        #expect(error.message.en.contains("b.geojson, feature 2"))
        return error.message.en
      }
    }
    let code = #"{"code":"130205102"}"#
    #expect(refusal(feature("{}", "Polygon", "[]"))?.contains("none of the properties") == true)
    #expect(refusal(feature("null", "Polygon", "[]"))?.contains("none of the properties") == true)
    #expect(refusal(feature(#"{"code":"13"}"#, "Polygon", "[]"))?.contains("“13”") == true)
    #expect(refusal(feature(code, "Point", "[118,39]"))?.contains("(130205102)") == true)
    #expect(refusal(feature(code, "MultiPolygon", "[]"))?.contains("no Polygon") == true)
    #expect(refusal(feature(code, "Polygon", "[]"))?.contains("no ring") == true)
    #expect(
      refusal(feature(code, "Polygon", "[[[1,2],[3,4],[1,2]]]"))?.contains("not closed") == true)
    #expect(
      refusal(feature(code, "Polygon", "[[[1,2],[3,4],[5,6],[7,8]]]"))?.contains("not closed")
        == true)
    // Metres, as of a file that was exported in a projection.
    #expect(
      refusal(feature(code, "Polygon", "[[[39523456,4392345]]]"))?.contains("[39523456,4392345]")
        == true)
    #expect(refusal(feature(code, "Polygon", "[[[118]]]"))?.contains("no longitude") == true)
  }

  @Test(
    "What is no collection of features is refused",
    arguments: [
      "", "{", "[]", #"{"type":"FeatureCollection"}"#,
      #"{"type":"FeatureCollection","features":[]}"#,
    ])
  func notGeoJSON(_ text: String) {
    let error = #expect(throws: CensusError.self) {
      try RegionBoundaries(geoJSON: Array(text.utf8), name: "b.geojson")
    }
    #expect(error?.code == .invalidData)
    #expect(error?.message.en.contains("b.geojson") == true)
  }
}
