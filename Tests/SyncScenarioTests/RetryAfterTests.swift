import CensusAPI
import CensusStore
import CensusSync
import CensusTestSupport
import Synchronization
import Testing

@Suite struct RetryAfterTests {
  /// Is busy for the first call.
  private final class BusyOnce: CentralTransport, Sendable {
    private let base: any CentralTransport
    private let status: Int
    private let isBusy = Mutex(true)

    init(_ base: any CentralTransport, status: Int) {
      self.base = base
      self.status = status
    }

    func send(_ call: HTTPCall) async throws(TransportFailure) -> HTTPReply {
      let wasBusy = isBusy.withLock { isBusy in
        defer { isBusy = false }
        return isBusy
      }
      guard wasBusy else { return try await base.send(call) }
      return HTTPReply(status: status, headers: ["retry-after": "7"], body: [])
    }
  }

  @Test(arguments: [429, 503])
  func `a central that says when to come again is not asked before`(status: Int) async throws {
    let world = try CensusWorld()
    let device = try await world.device("李娜")
    try device.record(try SampleData.fireSources(2))
    let waits = Mutex<[Int64]>([])
    // The smallest chance would make the shortest wait.
    let environment = SyncEngine.Environment(
      wait: { milliseconds in waits.withLock { $0.append(milliseconds) } },
      randomFraction: { 0 })
    _ = try await world.sync(
      device, policy: RetryPolicy(attempts: 3), environment: environment
    ) { BusyOnce($0, status: status) }
    #expect(waits.withLock { $0.reduce(0, +) } >= 7000)
    #expect(try device.store.status().sent == 2)
  }
}
