import CensusDomain
import CensusForms
import CensusHub
import CensusStore
import CensusSync
import CensusTestSupport
import Foundation
import Testing

/// A revision whose bytes rotted on the device before it was sent.
@Suite struct DamagedRevisionTests {
  @Test func `the others arrive, and the coordinator learns of the loss`() async throws {
    let folder = NSTemporaryDirectory() + "hazcensus-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let world = try CensusWorld()
    var device: CensusWorld.Device? = try await world.device("李娜", folder: folder)
    let entries = try #require(try device?.record(try SampleData.fireSources(5)))
    let token = try #require(device?.token)
    device = nil
    let tool = Process()
    tool.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
    tool.arguments = [
      folder + "/" + DeviceStore.fileName,
      """
      DROP TRIGGER revisionIsNeverChanged;
      UPDATE revision SET record = CAST(substr(record, 2) AS BLOB) WHERE sequence = 3;
      """,
    ]
    try tool.run()
    tool.waitUntilExit()
    #expect(tool.terminationStatus == 0)

    let rotten = CensusWorld.Device(
      store: try DeviceStore.open(folder: folder, clock: world.clock), token: token,
      form: try world.forms.require("FOR_FIRESOURCE"))
    let report = try await world.sync(rotten)

    #expect(report.answered == ["accepted": 4, "rejected": 1])
    #expect(report.unsent == 0)
    #expect(try rotten.store.entries(state: .rejected).map(\.entry) == [entries[2]])
    #expect(try await world.entries().count == 4)
    #expect(try world.hub.recount().isEmpty)
  }
}
