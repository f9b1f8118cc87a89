import CensusAPI
import CensusDomain
import CensusHub
import Testing

@Suite struct InventoryTests {
  @Test func `a further version needs a reason and says what it changes`() async throws {
    let fixture = try HubFixture()
    let first = try await fixture.freeze([HubFixture.object("LC-1"), HubFixture.object("LC-2")])
    #expect([first.version, first.added, first.removed, first.changed] == [1, 2, 0, 0])
    await #expect(throws: CensusError.self) {
      try await fixture.freeze([HubFixture.object("LC-1")], reason: " ")
    }
    var moved = HubFixture.object("LC-2")
    moved.name = "改名"
    let second = try await fixture.freeze([moved, HubFixture.object("LC-3")], reason: "核实")
    #expect([second.version, second.added, second.removed, second.changed] == [2, 1, 1, 1])
    let shown = try await Operations.showInventory.call(
      InventoryQuery(version: 1, withObjects: true), at: fixture.local)
    #expect(shown.objects?.map(\.objectCode) == ["LC-1", "LC-2"])
    #expect(shown.hash == first.hash)
    #expect(shown.hash != second.hash)
  }

  @Test func `a township that the district's table lacks is refused`() async throws {
    let fixture = try HubFixture()
    let stray = HubFixture.object("LC-1", town: "130205999")
    // Without a table, any code of the district will do.
    try await fixture.freeze([stray])
    try fixture.hub.addTowns(["130205103": "双桥镇"], by: .localAdministrator)
    let error = await #expect(throws: CensusError.self) {
      try await fixture.freeze([stray, HubFixture.object("LC-2")], reason: "增补")
    }
    #expect(error?.message.en.contains("130205999") == true)
    #expect(error?.message.en.contains("LC-2") == false)
  }

  @Test func `a trial compares and changes nothing`() async throws {
    let fixture = try HubFixture()
    try await fixture.freeze([HubFixture.object("LC-1")])
    let trial = try await Operations.importInventory.call(
      InventoryImport(objects: [HubFixture.object("LC-2")], reason: "", isTrial: true),
      at: fixture.local)
    #expect([trial.version, trial.added, trial.removed] == [2, 1, 1])
    let shown = try await Operations.showInventory.call(InventoryQuery(), at: fixture.local)
    #expect(shown.version == 1)
  }

  @Test func `every bad object is named and nothing is changed`() async throws {
    let fixture = try HubFixture()
    var excluded = HubFixture.object("LC-5", shouldSurvey: false)
    excluded.excludeReason = ""
    let bad = [
      HubFixture.object("LC-1"), HubFixture.object("LC-1"),
      HubFixture.object("LC-2", forms: ["NO_SUCH"]),
      HubFixture.object("LC-3", town: "130207103"),
      HubFixture.object("LC-4", forms: []), excluded,
      HubFixture.object("LC-6", hazard: .earthquake), HubFixture.object(""),
    ]
    let error = await #expect(throws: CensusError.self) { try await fixture.freeze(bad) }
    #expect(error?.code == .invalidData)
    for number in [2, 3, 4, 5, 6, 7, 8] {
      #expect(error?.message.en.contains("object \(number) (") == true, "object \(number)")
    }
    let shown = try await Operations.showInventory.call(InventoryQuery(), at: fixture.local)
    #expect(shown.version == 0)
  }

  @Test func `objects that need no survey do not count`() async throws {
    let fixture = try HubFixture()
    try await fixture.freeze([
      HubFixture.object("LC-1"), HubFixture.object("LC-2", shouldSurvey: false),
    ])
    var (pen, _) = try await fixture.device("李娜")
    try fixture.send([pen.write(try fixture.contents.content(object: "LC-2"))], by: pen)
    #expect(try await fixture.funnel() == [1, 0, 0, 0, 0])
    #expect(try fixture.hub.recount().isEmpty)
  }
}
