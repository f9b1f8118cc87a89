import CensusAPI
import CensusCentralSQLite
import CensusDomain
import CensusFiles
import CensusHub
import CensusRelay
import CensusSync
import CensusTestSupport
import Foundation
import Testing

/// A city's central that was restored from a backup gets back what it had, attachments included.
@Suite struct RestoredCityTests {
  @Test func `a city from before the first relay gets entries and photos anew`() async throws {
    let scene = try PhotoScene()
    let city = try await CityWorld(above: scene.world, attachments: try scene.folder("city"))
    let (device, _, hashes) = try await scene.device("李娜", photos: [[1], [2], [3]])
    try await scene.world.sync(device)
    #expect(try await city.relay().attachments == 3)

    let folder = try scene.folder("restored")
    let restored = try await CityWorld(above: scene.world, attachments: folder)
    let report = try await restored.relay()
    #expect(report.answered == ["accepted": 3] && report.attachments == 3)
    for hash in hashes { #expect(try folder.verify(hash)) }
    #expect(try await restored.missing().total == 0)
    #expect(try await restored.status().attachments.sent == 3)
  }

  @Test func `files that the city lost are sent again, and only those`() async throws {
    let scene = try PhotoScene()
    let above = try scene.folder("city")
    let city = try await CityWorld(above: scene.world, attachments: above)
    let (device, _, hashes) = try await scene.device("李娜", photos: [[1], [2]])
    try await scene.world.sync(device)
    try await city.relay()
    try FileManager.default.removeItem(atPath: above.path(of: hashes[0]))
    // As `central serve` does when it starts.
    try city.city.reconcileAttachments()
    #expect(try await city.missing().total == 1)
    #expect(try await city.relay().attachments == 1)
    #expect(try await city.missing().total == 0)
    #expect(try city.city.recount().isEmpty)
    #expect(try await city.status().attachments.sent == 2)
  }

  @Test func `decisions of a restored city count even under cursors that were read before`()
    async throws
  {
    let folder = NSTemporaryDirectory() + "hazcensus-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let world = try CensusWorld()
    let device = try await world.device("李娜")
    let entries = try device.record(try SampleData.fireSources(3))
    try await world.sync(device)
    try await review(entries, .county, .pass, at: world.coordinator)
    let parts = HubParts(forms: world.forms, clock: world.clock)
    let code = try #require(RegionCode("1302"))
    _ = try Hub.create(
      folder: folder + "/city", district: code, districtName: "唐山市", clock: world.clock)
    let first = try Hub.open(folder: folder + "/city", parts: parts)
    let token = try await Operations.addDevice.call(
      DeviceEnrolment(
        device: try world.hub.relayState().id, surveyor: "开平区普查办",
        region: world.hub.district, isRelay: true),
      at: LocalCentral(hub: first, caller: .localAdministrator)
    ).token
    let city = CityWorld(district: world, city: first, token: token)
    #expect(try await city.relay().answered == ["accepted": 6])
    try FileManager.default.copyItem(atPath: folder + "/city", toPath: folder + "/backup")
    try await review(entries, .city, .return, at: city.office)
    #expect(try await city.relay().reviews == 3)

    let restored = CityWorld(
      district: world, city: try Hub.open(folder: folder + "/backup", parts: parts), token: token)
    // The same decisions at the same moment would be the same rows of the audit log.
    world.clock.advance(milliseconds: 60_000)
    try await review(entries, .city, .return, at: restored.office)
    let report = try await restored.relay()
    #expect(report.reviews == 3, "\(report)")
    #expect(Set(try await world.entries().map(\.standing)) == [.returned])
    #expect(try await restored.relay().reviews == 0)
  }
}
