import CensusAPI
import CensusDomain
import CensusHub
import CensusRelay
import CensusStore
import CensusSync
import CensusTestSupport
import Synchronization
import Testing

/// A record for which the city refuses every batch that holds it.
@Suite struct PoisonedRelayTests {
  @Test(arguments: [400, 500])
  func `is left aside within three tries, told of, and taken once the city can`(
    status: Int
  ) async throws {
    let city = try await CityWorld()
    let device = try await city.district.device("李娜")
    let entries = try device.record(try SampleData.fireSources(20))
    try await city.district.sync(device)
    let culprits = Set(
      try [4, 5, 19].map { try #require(try device.store.entry(entries[$0]).revision) })
    let seen = Mutex<StumblingTransport?>(nil)

    let report = try await city.relay { base in
      let stumbling = StumblingTransport(base, over: culprits, status: status)
      seen.withLock { $0 = stumbling }
      return stumbling
    }
    #expect((seen.withLock { $0?.mostTries } ?? 99) <= 3)
    #expect(report.answered == ["accepted": 17, "rejected": 3])
    #expect(try await city.entries().count == 17)
    let refusals = try await city.status().refusals
    #expect(Set(refusals.map(\.hash)) == culprits)
    #expect(refusals.allSatisfy { $0.faults.map(\.rule) == ["refused"] })

    // The last one is offered again by itself, those behind which others went on when asked for.
    #expect(try await city.relay().answered == ["accepted": 1])
    #expect(try await city.relay(again: true).answered == ["accepted": 2, "duplicate": 18])
    #expect(try await city.status().refusals.isEmpty)
    #expect(try await city.entries().count == 20)
  }

  @Test func `a city that takes nothing ends the run soon, and later gets all`() async throws {
    let city = try await CityWorld()
    let device = try await city.district.device("李娜")
    let entries = try device.record(try SampleData.fireSources(40))
    try await city.district.sync(device)
    let all = Set(try entries.map { try #require(try device.store.entry($0).revision) })
    await #expect(throws: CensusError.self) {
      try await city.relay { StumblingTransport($0, over: all, status: 500) }
    }
    #expect(try await city.relay().answered == ["accepted": 40])
    #expect(try await city.status().refusals.isEmpty)
  }
}
