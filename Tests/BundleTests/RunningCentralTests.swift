import CensusAPI
import CensusDomain
import CensusFiles
import CensusHub
import CensusServer
import CensusStore
import CensusSync
import CensusTestSupport
import Foundation
import Testing

/// Bundles that a coordinator brings to a running central, and takes away from it.
@Suite struct RunningCentralTests {
  private struct Coordinator {
    let transport: InProcessTransport
    let central: LocalCentral
  }

  private func coordinator(_ scene: BundleScene, _ role: Role) async throws -> Coordinator {
    let region = try #require(RegionCode("130205"))
    let issued = try await Operations.addAccount.call(
      AccountRequest(name: role.rawValue, role: role, region: region), at: scene.world.coordinator)
    return Coordinator(
      transport: InProcessTransport(hub: scene.world.hub, token: issued.token),
      central: LocalCentral(
        hub: scene.world.hub, caller: Caller(name: role.rawValue, role: role, region: region)))
  }

  @Test func `come by an upload, also twice, and the receipts go back`() async throws {
    let scene = try BundleScene()
    let (device, _, hashes) = try await scene.photos.device(
      "李娜", photos: [PhotoScene.bytes(400_000, seed: 7)])
    let path = try scene.export(device, to: "out.zip").path
    let them = try await coordinator(scene, .coordinator)
    let carrier = BundleCarrier(
      transport: them.transport, central: them.central,
      environment: SyncEngine.Environment(wait: { _ in }))
    #expect(try await carrier.take(path).answered == ["accepted": 1])
    #expect(try await carrier.take(path).isRepeated)
    #expect(scene.photos.central.contains(hashes[0]))

    let back = scene.path("back.zip")
    let fetcher = BundleFetcher(transport: them.transport)
    _ = try await fetcher.fetch(for: device.store.identity.device, isWhole: false, to: back)
    #expect(try scene.take(back, on: device).unsent == 0)
    await #expect(throws: CensusError.self) {
      try await fetcher.fetch(for: device.store.identity.device, isWhole: false, to: back)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: scene.photos.central.incoming)
    #expect(left.isEmpty)
  }

  @Test func `an upload that is cut goes on, and its file goes when the upload is over`()
    async throws
  {
    let scene = try BundleScene()
    let (device, _, _) = try await scene.photos.device(
      "李娜", photos: [PhotoScene.bytes(900_000, seed: 8)])
    let path = try scene.export(device, to: "out.zip").path
    let them = try await coordinator(scene, .coordinator)
    let cutting = CuttingTransport(them.transport, cutAfter: 300_000)
    let carrier = BundleCarrier(
      transport: cutting, central: them.central,
      environment: SyncEngine.Environment(wait: { _ in }))
    #expect(try await carrier.take(path).answered == ["accepted": 1])
    #expect(cutting.isCut)
    let held = try scene.photos.central.all().count
    scene.world.clock.advance(milliseconds: 8 * 24 * 3_600_000)
    try scene.world.hub.sweepUploads()
    #expect(try scene.photos.central.all().count == held - 1)
  }

  @Test func `a viewer brings and takes nothing`() async throws {
    let scene = try BundleScene()
    let device = try await scene.device("李娜")
    try device.record(try SampleData.fireSources(1))
    let path = try scene.export(device, to: "out.zip").path
    let viewer = try await coordinator(scene, .viewer)
    await #expect(throws: CensusError.self) {
      try await BundleCarrier(transport: viewer.transport, central: viewer.central).take(path)
    }
    await #expect(throws: CensusError.self) {
      try await BundleFetcher(transport: viewer.transport).fetch(
        for: device.store.identity.device, isWhole: true, to: scene.path("back.zip"))
    }
    #expect(try await scene.world.entries().isEmpty)
  }
}
