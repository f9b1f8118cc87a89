import CensusAPI
import CensusDomain
import CensusHub
import Testing

@Suite struct ExportTests {
  /// Every page, asked for with this limit.
  private func all(
    _ central: LocalCentral, hazard: Hazard? = nil, limit: Int = 2000
  ) async throws -> [ExportedObject] {
    var objects: [ExportedObject] = []
    var query: ExportQuery? = ExportQuery(hazard: hazard, limit: limit)
    while let asked = query {
      let page = try await Operations.exportObjects.call(asked, at: central)
      #expect(page.objects.count <= limit)
      objects += page.objects
      if page.next == nil { #expect(page.total == objects.count) }
      query = page.next.map {
        ExportQuery(hazard: hazard, version: page.version, after: $0, limit: limit)
      }
    }
    return objects
  }

  /// Objects in two townships, one of them for two hazards, with entries of one surveyor.
  private func fixture() async throws -> HubFixture {
    let fixture = try HubFixture()
    try await fixture.freeze([
      HubFixture.object("LC-1"), HubFixture.object("LC-2", town: "130205104"),
      HubFixture.object("LC-3", forms: [SampleContents.collapse], hazard: .groundCollapse),
      HubFixture.object("LC-3", shouldSurvey: false),
      HubFixture.object("LC-4"),
    ])
    return fixture
  }

  @Test func `pages of any size give every object once, in order`() async throws {
    let fixture = try await fixture()
    for limit in 1...6 {
      let objects = try await all(fixture.local, limit: limit).map(\.object)
      #expect(objects.map(\.objectCode) == ["LC-1", "LC-2", "LC-3", "LC-3", "LC-4"], "\(limit)")
      #expect(objects[2].hazard == .forestGrasslandFire && objects[3].hazard == .groundCollapse)
    }
    #expect(try await all(fixture.local, hazard: .groundCollapse).count == 1)
  }

  @Test func `an account sees the objects of its region only, and a viewer none`() async throws {
    let fixture = try await fixture()
    let town = LocalCentral(
      hub: fixture.hub,
      caller: Caller(name: "镇", role: .coordinator, region: RegionCode("130205104")))
    #expect(try await all(town).map(\.object.objectCode) == ["LC-2"])
    let viewer = LocalCentral(
      hub: fixture.hub, caller: Caller(name: "科", role: .viewer, region: RegionCode("130205")))
    let error = await #expect(throws: CensusError.self) { try await all(viewer) }
    #expect(error?.code == .permission)
  }

  @Test func `an object has its stage, and its entry what the standing revision records`()
    async throws
  {
    let fixture = try await fixture()
    var (pen, _) = try await fixture.device("李娜")
    let first = pen.write(
      try fixture.contents.content(SampleContents.collapse, object: "LC-3"),
      form: SampleContents.collapse)
    let second = pen.write(
      try fixture.contents.content(SampleContents.collapse, object: "LC-3"),
      form: SampleContents.collapse, after: first)
    let receipt = try fixture.send([first, second], by: pen)
    try #require(receipt.items.map(\.disposition) == [.accepted, .accepted])
    let found = try #require(try await all(fixture.local).first { !$0.entries.isEmpty })
    #expect(found.object.hazard == .groundCollapse)
    #expect(found.stage != Stage.none.code && found.surveyor == "李娜")
    let entry = try #require(found.entries.first)
    #expect(found.entries.count == 1 && entry.number == 2 && !entry.isDamaged)
    #expect(entry.recordedAt == 1_630_000_000_000)
    #expect(entry.geometry?.contains(#""type":"Point""#) == true)
    #expect(entry.reviewedAt == nil)
  }

  @Test func `the stages of all objects are those of the report`() async throws {
    let fixture = try await fixture()
    var (pen, _) = try await fixture.device("李娜")
    let lines = try ["LC-1", "LC-4"].map { code in
      pen.write(try fixture.contents.content(object: code))
    }
    try fixture.send(lines, by: pen)
    try await fixture.review([lines[0].record.entry], .county, .pass)
    let objects = try await all(fixture.local).filter(\.object.shouldSurvey)
    let reached = Stage.allCases.map { stage in
      objects.count { object in
        Stage.allCases.contains { $0.code == object.stage && $0 >= stage }
      }
    }
    #expect(reached == (try await fixture.funnel()))
    let passed = try #require(objects.first { $0.object.objectCode == "LC-1" }?.entries.first)
    #expect(passed.reviewedAt != nil && passed.standing == .countyPassed)
  }

  @Test func `pages of two versions of the inventory are refused, and so is having none`()
    async throws
  {
    let empty = try HubFixture()
    let none = await #expect(throws: CensusError.self) { try await all(empty.local) }
    #expect(none?.code == .notFound)
    let fixture = try await fixture()
    let page = try await Operations.exportObjects.call(ExportQuery(limit: 1), at: fixture.local)
    try await fixture.freeze([HubFixture.object("LC-9")], reason: "补充清查")
    let error = await #expect(throws: CensusError.self) {
      try await Operations.exportObjects.call(
        ExportQuery(version: page.version, after: page.next), at: fixture.local)
    }
    #expect(error?.code == .conflict)
  }
}
