import CensusSimulator
import Foundation
import Testing

/// Many worlds from many seeds, with every invariant looked at in each.
@Suite(.serialized) struct SeedTests {
  private static func number(_ name: String, _ usual: UInt64) -> UInt64 {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) } ?? usual
  }

  /// What proves nothing while it never happens: once no entry of any city could be made final, and all
  /// invariants held.
  private static let mustHappen = [
    "backup", "central-backup", "central-restart", "central-restore", "city-restart", "city-pass",
    "clock", "contend", "copy-store", "county-pass", "county-return", "crash", "create", "decide",
    "discard", "edit", "finalize",
    "import", "inventory", "merged", "rejoin-failed", "rejoined", "relay-brought-reviews",
    "relay-brought-revisions",
    "relay-failed", "renew", "restore", "review", "revoke", "sync-failed", "synced",
  ]

  /// `HAZCENSUS_SIM_RUNS` and `HAZCENSUS_SIM_SEED` choose how many and from which seed on;
  /// `HAZCENSUS_SIM_CITIES` says that one world in so many is a city with two districts.
  @Test func `worlds of devices in trouble keep every invariant`() async {
    let first = SeedTests.number("HAZCENSUS_SIM_SEED", 1)
    let count = Int(SeedTests.number("HAZCENSUS_SIM_RUNS", 500))
    let cities = SeedTests.number("HAZCENSUS_SIM_CITIES", 10)
    let start = ContinuousClock.now
    let (failures, coverage) = await SimulationCampaign.run(
      seeds: first, count: count, cities: cities)
    for failure in failures.prefix(5) { Issue.record("\(failure.account)") }
    #expect(failures.isEmpty, "seeds \(failures.map(\.seed))")
    // A few worlds need not have met everything.
    let missed = count < 100 ? [] : SeedTests.mustHappen.filter { coverage[$0] == nil }
    #expect(missed.isEmpty, "never happened: \(missed)")
    let seen = coverage.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    print("\(count) worlds in \(ContinuousClock.now - start): \(seen.joined(separator: ", "))")
  }

  @Test func `a world of fifty devices keeps every invariant`() async {
    let outcome = await SimulationCampaign.run(
      SimulationSettings(seed: 50, devices: 50, steps: 300), name: "fifty")
    #expect(outcome.violations.isEmpty, "\(outcome.account)")
  }

  @Test func `a city of fifty devices keeps every invariant`() async {
    let outcome = await SimulationCampaign.run(
      CitySettings(seed: 50, districts: 2, devices: 25, steps: 300), name: "city-fifty")
    #expect(outcome.violations.isEmpty, "\(outcome.account)")
    #expect(outcome.coverage["relay-brought-revisions"] != nil)
    #expect(outcome.coverage["relay-brought-reviews"] != nil)
  }

  @Test(arguments: Regression.all)
  func `what was found once is not found again`(regression: Regression) async {
    let outcome = await SimulationCampaign.run(
      SimulationSettings(
        seed: regression.seed, devices: regression.devices, steps: regression.steps),
      name: "regression-\(regression.seed)-\(regression.steps)")
    #expect(outcome.violations.isEmpty, "\(outcome.account)")
  }
}
