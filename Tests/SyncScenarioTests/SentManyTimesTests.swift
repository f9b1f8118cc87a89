import CensusHub
import CensusSync
import CensusTestSupport
import Testing

@Suite struct SentManyTimesTests {
  @Test(arguments: [2, 16])
  func `the same calls at once have one effect and one receipt`(times: Int) async throws {
    let world = try CensusWorld()
    let device = try await world.device("李娜")
    try device.record(try SampleData.fireSources(25))

    let report = try await world.sync(device) { RepeatingTransport($0, times: times) }

    #expect(report.answered["accepted"] == 25)
    #expect(try await world.entries().count == 25)
    #expect(try world.hub.recount().isEmpty)
  }

  @Test func `a sync with nothing new sends no batch`() async throws {
    let world = try CensusWorld()
    let device = try await world.device("李娜")
    try device.record(try SampleData.fireSources(3))
    try await world.sync(device)
    let counting = Box<CountingTransport>()
    try await world.sync(device) { base in
      let transport = CountingTransport(base)
      counting.value = transport
      return transport
    }
    #expect(counting.value?.count(of: "/v1/batches") == 0)
    #expect(counting.value?.count(of: "/v1/device") == 1)
  }
}

/// Hands a value out of a closure within one test.
final class Box<Value> {
  var value: Value?
}
