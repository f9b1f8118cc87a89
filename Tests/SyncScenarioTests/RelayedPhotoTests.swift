import CensusAPI
import CensusDomain
import CensusFiles
import CensusHub
import CensusRelay
import CensusServer
import CensusStore
import CensusSync
import CensusTestSupport
import Foundation
import Synchronization
import Testing

/// Attachments reach the city after the entries that declare them.
@Suite struct RelayedPhotoTests {
  @Test func `the city gets the photos and can pass the entries`() async throws {
    let scene = try PhotoScene()
    let above = try scene.folder("city")
    let city = try await CityWorld(above: scene.world, attachments: above)
    let (device, entries, hashes) = try await scene.device(
      "李娜", photos: [[1, 2], [3], [4, 5, 6]])
    try await scene.world.sync(device)
    try await pass(entries, .county, at: scene.world.coordinator)

    let report = try await city.relay()
    #expect(report.attachments == 3 && report.attachmentsMissing == 0)
    for hash in hashes { #expect(try above.verify(hash)) }
    #expect(try await city.missing().total == 0)
    try await pass(entries, .city, at: city.office)
    let status = try await city.status().attachments
    #expect(status.sent == 3 && status.waiting == 0 && status.absent == 0)
    #expect(try await city.relay().attachments == 0)
  }

  @Test func `a photo that the district lacks too is told of, and goes up once it came`()
    async throws
  {
    let scene = try PhotoScene()
    let city = try await CityWorld(above: scene.world, attachments: try scene.folder("city"))
    let (device, _, hashes) = try await scene.device("李娜", photos: [[1], [2]])
    let folder = try #require(device.store.attachments)
    let away = scene.root + "/away"
    try FileManager.default.moveItem(atPath: folder.path(of: hashes[1]), toPath: away)
    try await scene.world.sync(device)

    #expect(try await city.relay().attachmentsMissing == 1)
    var status = try await city.status().attachments
    #expect(status.sent == 1 && status.waiting == 0 && status.absent == 1)

    // It came on a stick.
    _ = try scene.central.add(copying: away)
    try scene.world.hub.noteArrived([hashes[1]])
    status = try await city.status().attachments
    #expect(status.sent == 1 && status.waiting == 1 && status.absent == 0)
    #expect(try await city.relay().attachments == 1)
    #expect(try await city.missing().total == 0)
    #expect(try await city.status().attachments.sent == 2)
  }

  @Test func `a rejoined device's photos arrive, those of its former identity as well`()
    async throws
  {
    let scene = try PhotoScene()
    let city = try await CityWorld(above: scene.world, attachments: try scene.folder("city"))
    let (device, _, hashes) = try await scene.device("李娜", photos: [[1]])
    let folder = try #require(device.store.attachments)
    let away = scene.root + "/away"
    try FileManager.default.moveItem(atPath: folder.path(of: hashes[0]), toPath: away)
    try await scene.world.sync(device)
    let (rejoined, _) = try await scene.world.rejoin(device)
    let later = try #require(try SampleData.fireSources(2).last)
    _ = try scene.record(later, with: [2], on: rejoined)
    try await scene.world.sync(rejoined)
    #expect(try place(of: hashes[0], on: rejoined) == [.elsewhere])

    _ = try folder.add(copying: away)
    #expect(try await scene.world.sync(rejoined).attachments == 1)
    #expect(try rejoined.store.declaredAttachments().map(\.place) == [.sent, .sent])
    #expect(try await city.relay().attachments == 2)
    #expect(try await city.entries().count == 2)
    #expect(try await city.missing().total == 0)
  }

  @Test func `entries that come while photos travel do not wait for all of them`() async throws {
    let scene = try PhotoScene()
    let city = try await CityWorld(above: scene.world, attachments: try scene.folder("city"))
    let photos = (1...3).map { [UInt8](repeating: $0, count: 3 << 20) }
    let device = try await scene.device("李娜", photos: photos).device
    try await scene.world.sync(device)
    let counting = CountingTransport(InProcessTransport(hub: city.city, token: city.token))
    let asked = Mutex<[Int]>([])
    _ = try await city.relay(
      environment: RelayEngine.Environment(
        wait: { _ in },
        report: { event in
          guard case .attachments = event else { return }
          asked.withLock { $0.append(counting.count(of: "/v1/changes")) }
        })
    ) { _ in counting }
    // Between the second and the third photo it is seen what waits and what came back.
    #expect(asked.withLock { $0 } == [1, 1, 2])
  }

  private func place(
    of hash: ContentHash, on device: CensusWorld.Device
  ) throws -> [DeviceAttachment.Place] {
    try device.store.declaredAttachments().filter { $0.hash == hash }.map(\.place)
  }

  private func pass(
    _ entries: [UniqueID], _ level: ReviewLevel, at central: LocalCentral
  ) async throws {
    let outcome = try await Operations.review.call(
      ReviewRequest(entries: entries, level: level, verdict: .pass, comment: "", fields: []),
      at: central)
    #expect(outcome.refused.isEmpty && outcome.reviewed == entries)
  }
}
