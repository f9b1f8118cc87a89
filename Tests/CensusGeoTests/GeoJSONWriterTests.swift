import CensusDomain
import CensusGeo
import CensusJSON
import Foundation
import Testing

@Suite struct GeoJSONWriterTests {
  private func written(_ features: [[GeoFeature]]) throws -> JSONValue {
    let scratch = try Scratch()
    let path = scratch.path + "/a.geojson"
    let writer = try GeoJSONWriter(path: path, layers: Samples.layers)
    for (layer, features) in features.enumerated() { try writer.add(features, to: layer) }
    try writer.finish(Samples.about)
    #expect(try scratch.names == ["a.geojson"])
    return try JSONValue.parse(Array(try #require(FileManager.default.contents(atPath: path))))
  }

  @Test func `a collection without features is whole too`() throws {
    let value = try written([[], []])
    #expect(value[member: "type"]?.string == "FeatureCollection")
    #expect(value[member: "features"]?.array?.isEmpty == true)
    #expect(value[member: "hazardCensus"]?[member: "objects"]?.int64 == 3)
  }

  @Test func `text stays text, and what is not there is null`() throws {
    let feature = GeoFeature(
      id: "A\"1", shape: nil, values: [.text("=1+1\n\"引号\""), .none])
    let value = try #require(try written([[feature]])[member: "features"]?.array?.first)
    #expect(value[member: "id"]?.string == "A\"1")
    #expect(value[member: "geometry"]?.isNull == true)
    #expect(value[member: "properties"]?[member: "name"]?.string == "=1+1\n\"引号\"")
    #expect(value[member: "properties"]?[member: "count"]?.isNull == true)
    #expect(value[member: "properties"]?[member: "layer"]?.string == "Point")
  }

  @Test(arguments: 1...20)
  func `shapes come back as they were, to the last digit`(seed: UInt64) throws {
    var random = Random(state: seed)
    var position: GeoPosition {
      get throws {
        try Samples.position(
          .random(in: -180...180, using: &random), .random(in: -90...90, using: &random))
      }
    }
    let line = try (2...9).map { _ in try position }
    let shapes: [GeoShape] = [
      .point(try position), .line(line),
      .polygon([try Samples.square(from: .random(in: 117...120, using: &random), 39.1)]),
    ]
    let value = try written(
      shapes.map { [GeoFeature(id: "x", shape: $0, values: [.none, .none])] })
    let features = try #require(value[member: "features"]?.array)
    let read = try features.map { feature in
      try GeoShape(geoJSON: try #require(feature[member: "geometry"]).encoded)
    }
    #expect(read == shapes)
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same numbers.
private struct Random: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
