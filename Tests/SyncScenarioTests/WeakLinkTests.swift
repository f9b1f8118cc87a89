import CensusAPI
import CensusDomain
import CensusStore
import CensusSync
import CensusTestSupport
import Synchronization
import Testing

/// Links that are slow or are cut, on a clock that only they move.
@Suite struct WeakLinkTests {
  private final class Link: CentralTransport, Sendable {
    private let base: any CentralTransport
    private let clock: Stand
    private let bytesPerSecond: Int
    private let longest: Int

    /// Cuts every batch that is longer than `longest`.
    init(_ base: any CentralTransport, _ clock: Stand, bytesPerSecond: Int, longest: Int = .max) {
      self.base = base
      self.clock = clock
      self.bytesPerSecond = bytesPerSecond
      self.longest = longest
    }

    func send(_ call: HTTPCall) async throws(TransportFailure) -> HTTPReply {
      let size = call.path == "/v1/batches" ? call.body?.count ?? 0 : 0
      clock.advance(Int64(min(size, longest) * 1000 / bytesPerSecond))
      if call.path == "/v1/batches" { clock.note(size) }
      guard size <= longest else { throw TransportFailure(.interrupted, detail: "cut") }
      return try await base.send(call)
    }
  }

  private final class Stand: Sendable {
    private let state = Mutex<(now: Int64, sizes: [Int])>((0, []))
    var now: Int64 { state.withLock { $0.now } }
    var sizes: [Int] { state.withLock { $0.sizes } }
    func advance(_ milliseconds: Int64) { state.withLock { $0.now += milliseconds } }
    func note(_ size: Int) { state.withLock { $0.sizes.append(size) } }
  }

  private func environment(_ clock: Stand) -> SyncEngine.Environment {
    SyncEngine.Environment(wait: { clock.advance($0) }, now: { clock.now })
  }

  @Test func `a link that cuts what is long gets it in small batches, and the size is remembered`()
    async throws
  {
    let world = try CensusWorld()
    let device = try await world.device("李娜")
    try device.record(try SampleData.fireSources(30))
    let clock = Stand()
    let report = try await world.sync(
      device, policy: .field, environment: environment(clock)
    ) { Link($0, clock, bytesPerSecond: 2000, longest: 1500) }
    #expect(report.answered == ["accepted": 30])
    #expect(clock.sizes.contains { $0 > 1500 })
    #expect(clock.sizes.last ?? .max <= 1500)

    // Another process, the same link: no byte is spent on finding out again.
    try device.record(try Array(SampleData.fireSources(40).suffix(10)))
    let again = Stand()
    try await world.sync(device, policy: .field, environment: environment(again)) {
      Link($0, again, bytesPerSecond: 2000, longest: 1500)
    }
    #expect(again.sizes.first ?? .max <= 1500)
    #expect((try device.store.link()?.bytesPerSecond ?? 0) > 0)
    #expect(try await world.entries().count == 40)
  }

  @Test func `a link that cuts everything ends the sync and loses nothing`() async throws {
    let world = try CensusWorld()
    let device = try await world.device("李娜")
    try device.record(try SampleData.fireSources(3))
    let clock = Stand()
    let error = await #expect(throws: CensusError.self) {
      try await world.sync(device, policy: .field, environment: environment(clock)) {
        Link($0, clock, bytesPerSecond: 2000, longest: 10)
      }
    }
    #expect(error?.code == .temporaryFailure)
    #expect(try device.store.unsent().count == 3)
    #expect(try device.store.link()?.bounds.count == 1)
  }
}
