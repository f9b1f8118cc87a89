import CensusAPI
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
}
