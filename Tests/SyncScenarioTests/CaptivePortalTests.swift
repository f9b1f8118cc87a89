import CensusDomain
import CensusStore
import CensusTestSupport
import Testing

@Suite struct CaptivePortalTests {
  @Test func `a login page with status 200 marks nothing as sent`() async throws {
    let world = try CensusWorld()
    let device = try await world.device("王强")
    try device.record(try SampleData.fireSources(5))
    let error = await #expect(throws: CensusError.self) {
      try await world.sync(device) { _ in CaptivePortalTransport() }
    }
    #expect(error?.code == .protocolViolation)
    let status = try device.store.status()
    #expect(status.ready == 5)
    #expect(status.sent == 0)
    #expect(status.lastSyncAt == nil)
  }
}
