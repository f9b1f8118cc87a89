import CensusAPI
import CensusDomain
import CensusGeo
import Testing

/// A file that only remembers what it was given.
private final class Memory: GeoSink {
  var features: [[GeoFeature]] = ObjectLayers.all.map { _ in [] }
  var about: GeoAbout?

  func add(_ features: [GeoFeature], to layer: Int) { self.features[layer] += features }
  func finish(_ about: GeoAbout) { self.about = about }
}

@Suite struct ObjectExportTests {
  private static let line = #"{"type":"LineString","coordinates":[[118,39],[119,39]]}"#

  @Test func `objects and geometries go to their layers, and what is left out is counted`() throws {
    let memory = Memory()
    var export = ObjectExport(into: memory, hazard: nil)
    #expect(export.query?.after == nil)
    try export.take(
      try Samples.page(
        [
          Samples.object("A", stage: .received, geometries: [nil, Self.line, "[]"]),
          Samples.object("B", longitude: nil),
        ], total: 3, next: "B"))
    #expect(export.query?.after?.objectCode == "B")
    #expect(export.query?.version == 2)
    try export.take(try Samples.page([Samples.object("C", longitude: 400)], total: 3))
    #expect(export.query == nil)
    try export.finish()
    #expect(memory.features.map(\.count) == [3, 0, 1, 0])
    #expect(memory.features[0].map { $0.shape == nil } == [false, true, true])
    #expect(export.tally.leftOut == [.unreadable: 1])
    #expect(export.tally.withoutPosition == 2)
    #expect(memory.about?.stateAt.milliseconds == 1_638_234_023_857)
  }

  @Test func `each row has a value for each column, the last entry's among them`() throws {
    let memory = Memory()
    var export = ObjectExport(into: memory, hazard: nil)
    try export.take(
      try Samples.page(
        [Samples.object("A", stage: .countyPassed, geometries: [nil, Self.line])], total: 1))
    for (layer, features) in zip(ObjectLayers.all, memory.features) {
      for feature in features { #expect(feature.values.count == layer.columns.count) }
    }
    let row = Dictionary(
      uniqueKeysWithValues: zip(
        ObjectLayers.all[0].columns.map(\.name), try #require(memory.features[0].first).values))
    #expect(row["objectName"] == .text("=1+1"))
    #expect(row["hazardZh"] == .text("滑坡"))
    #expect(row["classEn"] == .text("Geological"))
    #expect(row["stageZh"] == .text("县级通过"))
    #expect(row["entryNumber"] == .integer(2))
    #expect(row["receivedAt"] == .moment(Timestamp(milliseconds: 1_630_000_001_000)))
    #expect(row["reviewedAt"] == GeoValue.none)
    #expect(row["excludeReason"] == GeoValue.none)
  }

  @Test func `a file from which objects are missing is never finished`() throws {
    let memory = Memory()
    var export = ObjectExport(into: memory, hazard: nil)
    try export.take(try Samples.page([Samples.object("A")], total: 2, next: "A"))
    #expect(throws: CensusError.self) { try export.finish() }
    // A page that leads back to where the one before ended would be asked for without end.
    #expect(throws: CensusError.self) {
      try export.take(try Samples.page([Samples.object("A")], total: 2, next: "A"))
    }
    #expect(memory.about == nil)
  }

  @Test func `a stage of a newer central is refused, not guessed`() throws {
    var strange = Samples.object("A")
    strange.stage = "provincePassed"
    var export = ObjectExport(into: Memory(), hazard: nil)
    let error = #expect(throws: CensusError.self) {
      try export.take(try Samples.page([strange], total: 1))
    }
    #expect(error?.code == .protocolViolation)
  }

  @Test func `every stage, and what need not be surveyed, has a colour of its own`() throws {
    let style = try #require(ObjectLayers.all[0].style)
    #expect(Set(style.categories.map(\.value)) == Set(Stage.allCases.map(\.code) + ["excluded"]))
    #expect(Set(style.categories.map(\.color)).count == style.categories.count)
    #expect(style.name.count <= 30)
  }
}
