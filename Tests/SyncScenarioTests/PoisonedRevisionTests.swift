import CensusAPI
import CensusDomain
import CensusForms
import CensusServer
import CensusStore
import CensusSync
import CensusTestSupport
import Foundation
import Synchronization
import Testing

/// A revision for which the central refuses every batch that holds it.
@Suite struct PoisonedRevisionTests {
  @Test(arguments: [400, 422, 500])
  func `is set aside within three tries, and all others arrive`(status: Int) async throws {
    let world = try CensusWorld()
    let device = try await world.device("李娜")
    let entries = try device.record(try SampleData.fireSources(20))
    let hashes = try [4, 17].map { try #require(try device.store.entry(entries[$0]).revision) }
    let transport = Mutex<StumblingTransport?>(nil)

    let report = try await world.sync(device) { base in
      let stumbling = StumblingTransport(base, over: Set(hashes), status: status)
      transport.withLock { $0 = stumbling }
      return stumbling
    }

    #expect((transport.withLock { $0?.mostTries } ?? 99) <= 3)
    #expect(report.answered == ["accepted": 18, "rejected": 2])
    #expect(report.unsent == 0)
    #expect(try await world.entries().count == 18)
    for index in [4, 17] {
      let view = try device.store.entry(entries[index])
      #expect(view.row.state == .rejected)
      #expect(view.faults.map(\.rule) == ["void"])
      #expect(view.faults.first?.message.en.contains("cannot be read") == true)
    }
    #expect(try device.store.status().rejected == 2)
    #expect(try device.store.examine().allSatisfy { $0.isSound })

    // Mended by a further revision, it arrives like any other.
    try device.amend(entries[4], remark: "mended")
    #expect(try await world.sync(device).answered == ["accepted": 1])
    #expect(try await world.entries().count == 19)
  }

  @Test func `is found in the same three tries by processes that are killed at each refusal`()
    async throws
  {
    struct Killed: Error {}
    let folder = NSTemporaryDirectory() + "hazcensus-killed-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let world = try CensusWorld()
    let token: String
    let culprit: ContentHash
    do {
      let device = try await world.device("李娜", folder: folder)
      let entries = try device.record(try SampleData.fireSources(20))
      culprit = try #require(try device.store.entry(entries[7]).revision)
      token = device.token
    }
    var tries = 0
    var runs = 0
    var isDone = false
    while !isDone, runs < 20 {
      runs += 1
      let device = CensusWorld.Device(
        store: try DeviceStore.open(folder: folder, clock: world.clock), token: token,
        form: try world.forms.require("FOR_FIRESOURCE"))
      let stumbling = StumblingTransport(
        InProcessTransport(hub: world.hub, token: token), over: [culprit], status: 500)
      do {
        _ = try await world.sync(
          device, environment: SyncEngine.Environment(wait: { _ in throw Killed() })
        ) { _ in stumbling }
        isDone = true
      } catch is Killed {}
      tries += stumbling.mostTries
    }
    #expect(isDone && runs == 4 && tries == 3)
    let device = try DeviceStore.open(folder: folder, clock: world.clock)
    #expect(try device.status().rejected == 1 && device.unsent().count == 0)
    #expect(try device.link()?.suspects == nil)
    #expect(try await world.entries().count == 19)
  }

  @Test func `a central that refuses everything sets nothing aside`() async throws {
    struct Refusing: CentralTransport {
      let base: any CentralTransport
      func send(_ call: HTTPCall) async throws(TransportFailure) -> HTTPReply {
        guard call.path == "/v1/batches" else { return try await base.send(call) }
        let problem = ProblemDocument(CensusError(.inputOutput, zh: "坏", en: "broken"))
        return HTTPReply(
          status: 500, headers: ["content-type": MediaType.problem],
          body: (try? OperationCoding.encode(problem)) ?? [])
      }
    }
    let world = try CensusWorld()
    let device = try await world.device("李娜")
    try device.record(try SampleData.fireSources(5))
    let error = await #expect(throws: CensusError.self) {
      try await world.sync(device) { Refusing(base: $0) }
    }
    #expect(error?.code == .inputOutput)
    #expect(try device.store.status().ready == 5)
    #expect(try await world.sync(device).answered == ["accepted": 5])
  }
}
