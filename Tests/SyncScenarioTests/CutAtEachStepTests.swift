import CensusAPI
import CensusDomain
import CensusForms
import CensusHub
import CensusStore
import CensusSync
import CensusTestSupport
import Foundation
import Testing

/// A process that ends between any two steps of a sync, seen from the store that it leaves behind.
@Suite struct CutAtEachStepTests {
  private struct Crash: Error {}

  @Test(arguments: SyncStep.allCases)
  func `a sync cut at a step is completed by the next one`(step: SyncStep) async throws {
    let folder = NSTemporaryDirectory() + "hazcensus-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let world = try CensusWorld()
    try await importInventory(world)
    let token = try await record(world, folder)

    // The engine and the store go away with the process; only the file stays.
    do {
      let store = try DeviceStore.open(folder: folder, clock: world.clock)
      let device = CensusWorld.Device(store: store, token: token, form: try fireForm(world))
      let environment = SyncEngine.Environment(
        wait: { _ in }, atStep: { if $0 == step { throw Crash() } })
      _ = try? await world.sync(
        device, bounds: BatchBounds(count: 7, bytes: 1_000_000), environment: environment)
    }

    let store = try DeviceStore.open(folder: folder, clock: world.clock)
    let device = CensusWorld.Device(store: store, token: token, form: try fireForm(world))
    let report = try await world.sync(device)

    #expect(report.unsent == 0)
    let entries = try await world.entries()
    #expect(entries.count == 20)
    #expect(Set(entries.map(\.entry)).count == 20)
    let status = try store.status()
    #expect(status.sent == 20)
    #expect(status.inventoryVersion == 1)
    #expect(try store.examine().allSatisfy { $0.isSound })
    #expect(try world.hub.recount().isEmpty)
  }

  private func fireForm(_ world: CensusWorld) throws -> Form {
    try world.forms.require("FOR_FIRESOURCE")
  }

  private func record(_ world: CensusWorld, _ folder: String) async throws -> String {
    let device = try await world.device("李娜", folder: folder)
    try device.record(try SampleData.fireSources(20))
    return device.token
  }

  private func importInventory(_ world: CensusWorld) async throws {
    let objects = (1...10).map { number in
      InventoryObject(
        objectCode: "T-\(number)", hazard: .forestGrasslandFire, forms: ["FOR_FIRESOURCE"],
        name: "测试", townCode: "130205100", longitude: nil, latitude: nil, shouldSurvey: true,
        excludeReason: nil)
    }
    _ = try await Operations.importInventory.call(
      InventoryImport(objects: objects, reason: "", isTrial: false), at: world.coordinator)
  }
}
