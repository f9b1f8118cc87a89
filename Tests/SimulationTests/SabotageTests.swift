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

  @Test(arguments: planted)
  func `a planted fault breaks the invariant that is named after it`(
    fault: DishonestTransport.Fault, invariant: Violation.Invariant
  ) async {
    var broken = Set<Violation.Invariant>()
    // One world may have nothing that the fault touches.
    for seed in UInt64(1)...60 where !broken.contains(invariant) {
      let outcome = await SimulationCampaign.run(
        SimulationSettings(seed: seed) { DishonestTransport(base: $0, fault: fault) },
        name: "sabotage-\(fault)-\(invariant)-\(seed)")
      broken.formUnion(outcome.violations.map(\.invariant))
    }
    #expect(broken.contains(invariant), "broken were \(broken)")
  }

  @Test(arguments: plantedInFiles)
  func `a fault in the files breaks the invariant that is named after it`(
    fault: StoreSabotage, invariant: Violation.Invariant
  ) async {
    var broken = Set<Violation.Invariant>()
    for seed in UInt64(1)...40 where !broken.contains(invariant) {
      var settings = SimulationSettings(seed: seed)
      settings.storeSabotage = fault
      let outcome = await SimulationCampaign.run(settings, name: "planted-\(fault)-\(seed)")
      broken.formUnion(outcome.violations.map(\.invariant))
    }
    #expect(broken.contains(invariant), "broken were \(broken)")
  }

  @Test func `a district whose decisions are altered on the way breaks what must agree`() async {
    var broken = Set<Violation.Invariant>()
    for seed in UInt64(1)...20 where !broken.contains(.relay) {
      let outcome = await SimulationCampaign.run(
        CitySettings(seed: seed, steps: 150) {
          DishonestTransport(base: $0, fault: .altersDecisions)
        }, name: "city-altered-\(seed)")
      broken.formUnion(outcome.violations.map(\.invariant))
    }
    #expect(broken.contains(.relay), "broken were \(broken)")
  }
}
