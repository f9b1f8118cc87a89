import CensusAPI
import CensusDomain
import CensusForms
import CensusHub
import CensusStore
import CensusSync
import CensusTestSupport
import Foundation
import Testing

/// Bundles that do not belong where they are brought.
@Suite struct ForeignBundleTests {
  @Test
  func `a stranger's, another token's and a kind for elsewhere are refused with nothing taken in`()
    async throws
  {
    let (scene, elsewhere) = (try BundleScene(), try BundleScene())
    let device = try await scene.device("李娜")
    try device.record(try SampleData.fireSources(2))
    let stranger = try await elsewhere.device("张伟")
    try stranger.record(try SampleData.fireSources(2))
    let path = try elsewhere.export(stranger, to: "stranger.zip").path
    #expect(throws: CensusError.self) { try scene.take(path) }

    let forged = CensusWorld.Device(store: device.store, token: "hcd_guessed", form: device.form)
    let unproved = #expect(throws: CensusError.self) {
      try scene.take(try scene.export(forged, to: "forged.zip").path)
    }
    #expect(unproved?.code == .permission)

    let back = try scene.receipts(for: device, to: "back.zip")
    #expect(throws: CensusError.self) { try scene.take(back) }
    let out = try scene.export(device, to: "out.zip").path
    #expect(throws: CensusError.self) { try scene.take(out, on: device) }
    #expect(try await scene.world.entries().isEmpty)
  }

  @Test func `another survey's bundle is refused by its district`() async throws {
    let scene = try BundleScene()
    let folder = scene.path("other")
    let store = try DeviceStore.create(
      folder: folder, district: try #require(RegionCode("130207")), surveyor: "赵敏",
      clock: scene.world.clock)
    let other = CensusWorld.Device(
      store: store, token: "hcd_x", form: try scene.world.forms.require("FOR_FIRESOURCE"))
    try other.record(
      try SampleData.fireSources(1).map { content in
        Array(
          String(decoding: content, as: UTF8.self).replacing("130205", with: "130207").utf8)
      })
    let path = try scene.export(other, to: "other.zip").path
    let error = #expect(throws: CensusError.self) { try scene.take(path) }
    #expect(error?.message.en.contains("130207") == true)
  }

  @Test func `another device's receipts are refused, and so are those that no central vouches for`()
    async throws
  {
    let scene = try BundleScene()
    let (device, other) = (try await scene.device("李娜"), try await scene.device("张伟"))
    let back = try scene.receipts(for: device, to: "back.zip")
    let foreign = #expect(throws: CensusError.self) { try scene.take(back, on: other) }
    #expect(foreign?.code == .permission)
    let doubtful = CensusWorld.Device(store: device.store, token: "hcd_other", form: device.form)
    #expect(throws: CensusError.self) { try scene.take(back, on: doubtful) }
    #expect(try device.store.cursor() == 0)
  }

  @Test func `a withdrawn device's work is taken in only by a coordinator's word, which is logged`()
    async throws
  {
    let scene = try BundleScene()
    let device = try await scene.device("李娜")
    try device.record(try SampleData.fireSources(3))
    _ = try await Operations.revokeDevice.call(
      DeviceReference(device: device.store.identity.device), at: scene.world.coordinator)
    await #expect(throws: (any Error).self) { try await scene.world.sync(device) }
    let path = try scene.export(device, to: "out.zip").path
    let refusal = #expect(throws: CensusError.self) { try scene.take(path) }
    #expect(refusal?.code == .permission)
    #expect(throws: CensusError.self) { try scene.take(path, evenRevoked: "  ") }
    #expect(try await scene.world.entries().isEmpty)
    #expect(try scene.take(path, evenRevoked: "离职交接").answered == ["accepted": 3])
    #expect(try await scene.world.entries().count == 3)
    #expect(throws: CensusError.self) { try scene.receipts(for: device, to: "back.zip") }
  }
}
