import CensusDomain
import CensusFiles
import CensusServer
import CensusStore
import CensusSync
import CensusTestSupport
import Testing

/// An upload that is cut anywhere ends with the same file and wastes no more than one part.
@Suite struct AttachmentCutTests {
  private static let largestPart = 512 << 10

  @Test(arguments: [40_000, 300_000, 700_000])
  func `a cut at each sixty-fourth loses nothing and wastes at most one part`(
    size: Int
  ) async throws {
    let scene = try PhotoScene()
    let device = try await scene.device("王强", photos: []).device
    let pattern = PhotoScene.bytes(size, seed: UInt64(size))
    for (step, content) in try SampleData.fireSources(64).enumerated() {
      let photo = [UInt8(step)] + pattern.dropFirst()
      let hash = try scene.record(content, with: photo, on: device).hash
      let transport = CuttingTransport(
        InProcessTransport(hub: scene.world.hub, token: device.token),
        cutAfter: size * step / 64)
      let report = try await scene.world.sync(device, policy: RetryPolicy(attempts: 4)) { _ in
        transport
      }
      #expect(transport.isCut)
      #expect(report.attachments == 1 && report.attachmentsMissing == 0)
      #expect(try scene.central.verify(hash))
      #expect(transport.travelled - size <= min(size, Self.largestPart))
    }
  }

  @Test func `a cut for good leaves the entries sent, and the next sync goes on`() async throws {
    let scene = try PhotoScene()
    let photo = PhotoScene.bytes(900_000, seed: 3)
    let (device, _, hashes) = try await scene.device("王强", photos: [photo])
    let transport = CuttingTransport(
      InProcessTransport(hub: scene.world.hub, token: device.token), cutAfter: 500_000)
    let report = try await scene.world.sync(device) { _ in transport }
    #expect(report.unsent == 0 && report.attachments == 0 && report.attachmentsMissing == 1)
    #expect(try device.store.declaredAttachments().map(\.place) == [.waiting])
    #expect(try scene.central.all().isEmpty)

    let second = CuttingTransport(
      InProcessTransport(hub: scene.world.hub, token: device.token), cutAfter: .max)
    #expect(try await scene.world.sync(device) { _ in second }.attachments == 1)
    #expect(second.travelled < 900_000)
    #expect(try scene.central.all() == hashes)
    #expect(try device.store.declaredAttachments().map(\.place) == [.sent])
  }
}
