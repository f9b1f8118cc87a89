import CensusAPI
import CensusDomain
import CensusStore
import CensusSync
import CensusTestSupport
import Synchronization
import Testing

@Suite struct RepeatedKeyTests {
  private struct Crash: Error {}

  /// Notes the keys of batches that go by.
  private final class KeyNotes: CentralTransport, Sendable {
    private let base: any CentralTransport
    private let noted = Mutex<[String]>([])

    init(_ base: any CentralTransport) { self.base = base }

    var keys: [String] { noted.withLock { $0 } }

    func send(_ call: HTTPCall) async throws(TransportFailure) -> HTTPReply {
      if let key = call.headers.first(where: { $0.name == "Idempotency-Key" })?.value {
        noted.withLock { $0.append(key) }
      }
      return try await base.send(call)
    }
  }

  @Test func `a batch that was begun before a crash is sent under the key it had`() async throws {
    let world = try CensusWorld()
    let device = try await world.device("李娜")
    try device.record(try SampleData.fireSources(5))
    // Given a batch whose key was on the disk when the device stopped, before a byte was sent.
    let environment = SyncEngine.Environment(
      wait: { _ in }, atStep: { if $0 == .beforeSend { throw Crash() } })
    await #expect(throws: Crash.self) {
      try await world.sync(device, environment: environment)
    }
    let begun = try #require(try device.store.openBatch()).key.description
    // When it syncs again, then the first batch bears that key.
    var notes: KeyNotes?
    _ = try await world.sync(device) {
      let transport = KeyNotes($0)
      notes = transport
      return transport
    }
    #expect(notes?.keys.first == begun)
  }
}
