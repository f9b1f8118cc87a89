import CensusAPI
import CensusCentralSQLite
import CensusDomain
import CensusForms
import CensusHub
import CensusRelay
import CensusServer
import CensusStore
import CensusSync
import CensusTestSupport
import Foundation
import Testing

@Suite struct RelayTests {
  @Test func `the city holds what the district accepted, once, and as it stands there`()
    async throws
  {
    let world = try await CityWorld()
    let device = try await world.district.device("李娜")
    let entries = try device.record(try SampleData.fireSources(7))
    try await world.district.sync(device)
    let first = try #require(entries.first)
    try device.amend(first, remark: "改")
    try await world.district.sync(device)

    let report = try await world.relay(bounds: BatchBounds(count: 3, bytes: 1_000_000))
    #expect(report.answered == ["accepted": 8])
    #expect(report.batches == 3)
    #expect(try await same(world))
    #expect(try await world.relay().answered.isEmpty)
  }

  @Test func `the county's review goes up, the city's comes down to the device`() async throws {
    let world = try await CityWorld()
    let device = try await world.district.device("李娜")
    let entries = try device.record(try SampleData.fireSources(2))
    try await world.district.sync(device)
    try await review(entries, .county, .pass, at: world.district.coordinator)
    try await world.relay()
    #expect(try await world.entries().map(\.standing) == [.countyPassed, .countyPassed])

    try await review([entries[0]], .city, .pass, at: world.office)
    try await review([entries[1]], .city, .return, at: world.office)
    #expect(try await world.relay().reviews == 2)
    #expect(try await same(world))
    try await world.district.sync(device)
    #expect(try device.store.entry(entries[1]).row.state == .returned)
    #expect(try device.store.entry(entries[1]).reviews.contains { $0.level == .city })

    try device.amend(entries[1], remark: "已改")
    try await world.district.sync(device)
    try await world.relay()
    #expect(try await same(world))
    #expect(try await world.relay().reviews == 0)
  }

  @Test func `reviews that cross come to the same on both sides`() async throws {
    let world = try await CityWorld()
    let device = try await world.district.device("李娜")
    let entries = try device.record(try SampleData.fireSources(1))
    try await world.district.sync(device)
    try await review(entries, .county, .pass, at: world.district.coordinator)
    try await world.relay()
    try await review(entries, .city, .pass, at: world.office)
    try await review(entries, .county, .return, at: world.district.coordinator)
    try await world.relay()
    try await world.relay()
    #expect(try await world.entries().map(\.standing) == [.returned])
    #expect(try await same(world))
  }

  @Test func `a correction of what the district rejected finds its place`() async throws {
    let world = try await CityWorld()
    let device = try await world.district.device("李娜")
    let content = try #require(try SampleData.fireSources(1).first)
    let elsewhere = Array(
      String(decoding: content, as: UTF8.self)
        .replacing(/"countyCode":"130205"/, with: #""countyCode":"130207""#)
        .replacing(/"townCode":"130205/, with: #""townCode":"130207"#).utf8)
    let entry = try #require(try device.record([elsewhere]).first)
    #expect(try await world.district.sync(device).answered == ["rejected": 1])
    try device.store.saveDraft(entry, content: try EntryContent(json: content))
    try device.finalize(entry)
    #expect(try await world.district.sync(device).answered == ["accepted": 1])

    #expect(try await world.relay().answered == ["accepted": 1])
    #expect(try await same(world))
  }

  @Test func `an answer that was lost is given again, byte for byte`() async throws {
    let world = try await CityWorld()
    let device = try await world.district.device("李娜")
    try device.record(try SampleData.fireSources(5))
    try await world.district.sync(device)
    await #expect(throws: CensusError.self) {
      try await world.relay { ReplyLosingTransport($0, path: "/v1/batches", count: 1) }
    }
    #expect(try await world.relay().answered == ["accepted": 5])
    #expect(try await same(world))
  }

  @Test func `both sides of a conflict are held above, and the same one stands`() async throws {
    let world = try await CityWorld()
    let one = try await world.district.device("李娜")
    let other = try await world.district.device("王强")
    let entry = try #require(try one.record(try SampleData.fireSources(1)).first)
    try await world.district.sync(one)
    try await world.district.sync(other)
    try one.amend(entry, remark: "甲")
    try other.amend(entry, remark: "乙")
    try await world.district.sync(one)
    try await world.district.sync(other)
    let report = try await world.relay()
    #expect(report.answered == ["accepted": 2, "conflict": 1])
    #expect(try await world.entries().map(\.standing) == [.conflict])
    #expect(try await same(world))
  }

  @Test func `a relay reaches no further than its region and its level`() async throws {
    let world = try await CityWorld()
    let device = try await world.district.device("李娜")
    let entries = try device.record(try SampleData.fireSources(1))
    try await world.district.sync(device)
    try await review(entries, .county, .pass, at: world.district.coordinator)
    // The district's own machine could give a city's review; the city does not take it from there.
    try await review(entries, .city, .pass, at: world.district.coordinator)
    try await world.relay()
    #expect(try await world.entries().map(\.standing) == [.countyPassed])

    let stranger = try await CityWorld()
    let foreign = CityWorld(district: world.district, city: stranger.city, token: stranger.token)
    await #expect(throws: CensusError.self) { try await foreign.relay() }
    #expect(try await stranger.entries().isEmpty)
  }

  @Test func `what the city did not know is offered anew after a restore`() async throws {
    let world = try await CityWorld()
    let device = try await world.district.device("李娜")
    try device.record(try SampleData.fireSources(4))
    try await world.district.sync(device)
    try await world.relay()
    // Another city, as one restored from before the first relay.
    let moved = try await CityWorld(above: world.district)
    #expect(try await moved.relay().answered == ["accepted": 4])
    #expect(try await same(moved))
  }

  @Test func `a damaged line is kept aside and the others are taken`() async throws {
    let world = try await CityWorld()
    let device = try await world.district.device("李娜")
    try device.record(try SampleData.fireSources(3))
    try await world.district.sync(device)
    let batch = try #require(
      try world.district.hub.nextRelayBatch(after: 0, count: 10, bytes: 1_000_000))
    let text = String(decoding: batch.body, as: UTF8.self)
    var lines = text.split(separator: "\n").map(String.init)
    lines[1] = lines[1].replacing("\"number\":1", with: "\"number\":2")
    let relay = try world.city.identity(of: try world.district.hub.relayState().id)
    let receipt = try Receipt.decode(
      try world.city.receive(
        batch: batch.key, body: Array((lines.joined(separator: "\n") + "\n").utf8), from: relay))
    #expect(receipt.items.map(\.disposition) == [.accepted, .rejected, .accepted])
    try world.district.hub.dissolveRelayBatch()
    #expect(try await world.relay().answered.isEmpty)
  }

  @Test func `a form that the city added comes down to the district's devices`() async throws {
    let world = try await CityWorld()
    let device = try await world.district.device("李娜")
    let path = SampleData.folder + "/../Schemas/forms/earlier/FOR_FIRESOURCE.1.json"
    let form = try String(contentsOfFile: path, encoding: .utf8)
      .replacing("FOR_FIRESOURCE:1", with: "CITY_FIRE:1")
      .replacing("\"code\": \"FOR_FIRESOURCE\"", with: "\"code\": \"CITY_FIRE\"")
    _ = try await Operations.addForm.call(FormUpload(schema: form), at: world.office)
    try await world.relay()
    try await world.district.sync(device)
    let forms = try device.store.forms(beside: world.district.forms).catalogue
    #expect(try forms.newest("CITY_FIRE") != nil)
  }

  @Test func `what the city had no form for is taken when it is offered anew`() async throws {
    let world = try await CityWorld()
    let device = try await world.district.device("李娜")
    try device.record(try SampleData.fireSources(2))
    try await world.district.sync(device)
    let bare = try Hub.inMemory(
      district: world.city.district,
      parts: HubParts(forms: FormCatalogue(forms: []), clock: world.district.clock))
    let token = try await Operations.addDevice.call(
      DeviceEnrolment(
        device: try world.district.hub.relayState().id, surveyor: "x",
        region: world.district.hub.district, isRelay: true),
      at: LocalCentral(hub: bare, caller: .localAdministrator)
    ).token
    let below = CityWorld(district: world.district, city: bare, token: token)
    #expect(try await below.relay().answered == ["rejected": 2])
    let status = try await world.status()
    #expect(status.refusals.map(\.faults.first?.rule) == ["unknownForm", "unknownForm"])

    // The same district's work at a city that has the form, as once it was added there.
    let report = try await RelayEngine(
      hub: world.district.hub, transport: InProcessTransport(hub: world.city, token: world.token)
    ).run(again: true)
    #expect(report.answered == ["accepted": 2] && report.restarted)
    #expect(try await world.status().refusals.isEmpty)
  }

  /// Whether the city holds every entry of the district with the same standing revision and stage.
  private func same(_ world: CityWorld) async throws -> Bool {
    func key(_ entries: [EntrySummary]) -> [String] {
      entries.map { "\($0.entry) \($0.revision) \($0.standing)" }.sorted()
    }
    return try await key(world.entries()) == key(world.district.entries())
  }
}
