import CensusAPI
import CensusDomain
import CensusFiles
import CensusHub
import CensusRelay
import CensusServer
import CensusSync
import CensusTestSupport
import Foundation
import Testing

/// An upload to the city that is cut goes on where it was, in the same run or weeks later.
@Suite struct RelayedPhotoCutTests {
  private static let size = 900_000

  private struct Play {
    let scene: PhotoScene
    let above: AttachmentFolder
    let city: CityWorld
    let hash: ContentHash

    init() async throws {
      scene = try PhotoScene()
      above = try scene.folder("city")
      city = try await CityWorld(above: scene.world, attachments: above)
      let photo = PhotoScene.bytes(RelayedPhotoCutTests.size, seed: 7)
      let (device, _, hashes) = try await scene.device("王强", photos: [photo])
      hash = hashes[0]
      try await scene.world.sync(device)
    }

    func transport(cutAfter bytes: Int) -> CuttingTransport {
      CuttingTransport(InProcessTransport(hub: city.city, token: city.token), cutAfter: bytes)
    }
  }

  @Test(arguments: [0, 1, 300_000, 500_000, 899_999])
  func `a cut within a run costs at most one part`(bytes: Int) async throws {
    let play = try await Play()
    let transport = play.transport(cutAfter: bytes)
    let report = try await play.city.relay(policy: RetryPolicy(attempts: 4)) { _ in transport }
    #expect(transport.isCut && report.attachments == 1)
    #expect(try play.above.verify(play.hash))
    #expect(transport.travelled - Self.size <= 512 << 10)
  }

  @Test func `a run that the cut ended is gone on with days later`() async throws {
    let play = try await Play()
    let first = play.transport(cutAfter: 500_000)
    let cut = try await play.city.relay { _ in first }
    #expect(cut.answered == ["accepted": 1] && cut.attachments == 0 && cut.attachmentsMissing == 1)
    #expect(try await play.city.status().attachments.waiting == 1)
    #expect(try await play.city.missing().items.map(\.hash) == [play.hash])

    play.scene.world.clock.advance(milliseconds: 3 * 86_400_000)
    let second = play.transport(cutAfter: .max)
    #expect(try await play.city.relay { _ in second }.attachments == 1)
    #expect(second.travelled < Self.size)
    #expect(try await play.city.missing().total == 0)
  }

  @Test func `after weeks the upload begins anew and arrives`() async throws {
    let play = try await Play()
    let first = play.transport(cutAfter: 500_000)
    try await play.city.relay { _ in first }
    play.scene.world.clock.advance(milliseconds: 40 * 86_400_000)
    #expect(try await play.city.relay().attachments == 1)
    #expect(try play.above.verify(play.hash))
    #expect(try await play.city.missing().total == 0)
  }

  @Test func `a damaged file here holds nothing else up`() async throws {
    let play = try await Play()
    try Data([0]).write(to: URL(fileURLWithPath: play.scene.central.path(of: play.hash)))
    let content = try #require(try SampleData.fireSources(2).last)
    let device = try await play.scene.device("李娜", photos: []).device
    _ = try play.scene.record(content, with: [9], on: device)
    try await play.scene.world.sync(device)
    let report = try await play.city.relay()
    #expect(report.attachments == 1 && report.attachmentsMissing == 1)
    #expect(try await play.city.missing().items.map(\.hash) == [play.hash])
  }
}
