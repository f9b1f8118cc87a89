import CensusAPI
import CensusStore
import CensusSync
import CensusTestSupport
import Testing

@Suite struct ReplyLostTests {
  @Test func `a batch whose receipt was lost is neither sent again nor stored twice`() async throws
  {
    let world = try CensusWorld()
    let device = try await world.device("李娜")
    try device.record(try SampleData.fireSources(20))

    // The answer to the first batch is lost; the sync gives up.
    await #expect(throws: (any Error).self) {
      try await world.sync(device, bounds: BatchBounds(count: 8, bytes: 1_000_000)) {
        ReplyLosingTransport($0, path: "/v1/batches", count: 1)
      }
    }
    #expect(try device.store.unsent().count == 20)
    #expect(try await world.entries().count == 8)

    let report = try await world.sync(device)
    #expect(report.recovered == 8)
    #expect(report.unsent == 0)
    #expect(report.answered["accepted"] == 20)
    #expect(try await world.entries().count == 20)
    #expect(try device.store.status().sent == 20)
  }

  @Test func `retries within one sync recover by themselves`() async throws {
    let world = try CensusWorld()
    let device = try await world.device("李娜")
    try device.record(try SampleData.fireSources(12))
    let report = try await world.sync(device, policy: RetryPolicy(attempts: 4)) {
      ReplyLosingTransport($0, path: "/v1/batches", count: 2)
    }
    #expect(report.unsent == 0)
    #expect(try await world.entries().count == 12)
  }
}
