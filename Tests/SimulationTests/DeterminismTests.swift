import CensusSimulator
import Testing

@Suite struct DeterminismTests {
  @Test(arguments: UInt64(1)...10)
  func `the same seed gives the same run to the last byte`(seed: UInt64) async {
    let settings = SimulationSettings(seed: seed)
    let first = await SimulationCampaign.run(settings, name: "first-\(seed)")
    let second = await SimulationCampaign.run(settings, name: "second-\(seed)")
    #expect(first.traceHash == second.traceHash)
    #expect(first.trace == second.trace)
    #expect(first.trace.count > 40)
  }

  @Test(arguments: UInt64(1)...10)
  func `clocks that jump by years change no result of a merge`(seed: UInt64) async {
    let still = await SimulationCampaign.run(
      SimulationSettings(seed: seed, clocks: .still), name: "still-\(seed)")
    let jumping = await SimulationCampaign.run(
      SimulationSettings(seed: seed, clocks: .jumping), name: "jumping-\(seed)")
    #expect(!still.merges.isEmpty)
    #expect(still.merges == jumping.merges)
  }
}
