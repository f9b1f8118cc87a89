import CensusSimulator
import Testing

/// A simulator that never finds anything proves nothing: each planted fault breaks the invariant that
/// was made for it.
@Suite struct SabotageTests {
  private static let planted: [(fault: DishonestTransport.Fault, breaks: Violation.Invariant)] = [
    (.acknowledgesWithoutStoring, .receiptBeforeMark),
    (.acknowledgesWithoutStoring, .noLostUpdate),
    (.altersAnswers, .atomicBatch),
    (.passesOverChanges, .convergence),
    (.neverAnswers, .liveness),
    (.failsInside, .knownErrors),
    (.hidesLoss, .convergence),
  ]
  private static let plantedInFiles: [(fault: StoreSabotage, breaks: Violation.Invariant)] = [
    (.draftChanged, .durability),
    (.recordChanged, .durability),
    (.heldTwice, .exactlyOnce),
    (.mergeLost, .merge),
    (.regionCrossed, .authority),
    (.auditRewritten, .audit),
    (.countChanged, .report),
    (.fileLeftOpen, .resources),
  ]

  @Test func `a fault is planted for every invariant`() {
    let broken = Set(
      (SabotageTests.planted.map(\.breaks) + SabotageTests.plantedInFiles.map(\.breaks)))
    // That of the relay needs a city, and has a test of its own below.
    #expect(broken.union([.relay]) == Set(Violation.Invariant.allCases))
  }

  @Test(arguments: planted)
  func `a planted fault breaks the invariant that is named after it`(
    fault: DishonestTransport.Fault, invariant: Violation.Invariant
  ) async {
    await expect(invariant, within: 60) { seed in
      await SimulationCampaign.run(
        SimulationSettings(seed: seed) { DishonestTransport(base: $0, fault: fault) },
        name: "sabotage-\(fault)-\(invariant)-\(seed)")
    }
  }

  @Test(arguments: plantedInFiles)
  func `a fault in the files breaks the invariant that is named after it`(
    fault: StoreSabotage, invariant: Violation.Invariant
  ) async {
    await expect(invariant, within: 40) { seed in
      var settings = SimulationSettings(seed: seed)
      settings.storeSabotage = fault
      return await SimulationCampaign.run(settings, name: "planted-\(fault)-\(seed)")
    }
  }

  @Test func `a district whose decisions are altered on the way breaks what must agree`() async {
    await expect(.relay, within: 20) { seed in
      await SimulationCampaign.run(
        CitySettings(seed: seed, steps: 150) {
          DishonestTransport(base: $0, fault: .altersDecisions)
        }, name: "city-altered-\(seed)")
    }
  }

  /// Expects that one of the first worlds breaks the invariant: one alone may have nothing that the
  /// fault touches.
  private func expect(
    _ invariant: Violation.Invariant, within count: UInt64,
    _ run: (_ seed: UInt64) async -> SimulationOutcome
  ) async {
    var broken = Set<Violation.Invariant>()
    for seed in 1...count where !broken.contains(invariant) {
      broken.formUnion(await run(seed).violations.map(\.invariant))
    }
    #expect(broken.contains(invariant), "broken were \(broken)")
  }
}
