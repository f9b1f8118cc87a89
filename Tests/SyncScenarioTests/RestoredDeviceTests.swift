import CensusDomain
import CensusForms
import CensusStore
import CensusTestSupport
import Foundation
import Testing

@Suite struct RestoredDeviceTests {
  @Test func `a device restored from a backup is refused and nothing of it is mixed in`()
    async throws
  {
    let folder = NSTemporaryDirectory() + "hazcensus-\(UUID().uuidString)"
    let backup = folder + "-backup"
    defer {
      for path in [folder, backup] { try? FileManager.default.removeItem(atPath: path) }
    }
    let world = try CensusWorld()
    let contents = try SampleData.fireSources(3)
    let token = try await recordFirst(world, folder, contents, backup: backup)

    // The backup knows nothing of the second entry and gives its number to another one.
    let restored = CensusWorld.Device(
      store: try DeviceStore.open(folder: backup, clock: world.clock), token: token,
      form: try world.forms.require("FOR_FIRESOURCE"))
    try restored.record([contents[2]])
    let error = await #expect(throws: CensusError.self) { try await world.sync(restored) }

    #expect(error?.code == .protocolViolation || error?.code == .conflict)
    #expect(try restored.store.unsent().count == 1)
    #expect(try await world.entries().count == 2)
  }

  private func recordFirst(
    _ world: CensusWorld, _ folder: String, _ contents: [[UInt8]], backup: String
  ) async throws -> String {
    let token: String
    do {
      let device = try await world.device("李娜", folder: folder)
      try device.record([contents[0]])
      try await world.sync(device)
      token = device.token
    }
    try FileManager.default.copyItem(atPath: folder, toPath: backup)
    let device = CensusWorld.Device(
      store: try DeviceStore.open(folder: folder, clock: world.clock), token: token,
      form: try world.forms.require("FOR_FIRESOURCE"))
    try device.record([contents[1]])
    try await world.sync(device)
    return token
  }
}
