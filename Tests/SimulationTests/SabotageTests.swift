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
  ]

  @Test(arguments: planted)
  func `a planted fault breaks the invariant that is named after it`(
    fault: DishonestTransport.Fault, invariant: Violation.Invariant
  ) async {
    var broken = Set<Violation.Invariant>()
    // One world may have nothing that the fault touches.
    for seed in UInt64(1)...12 where !broken.contains(invariant) {
      let outcome = await SimulationCampaign.run(
        SimulationSettings(seed: seed) { DishonestTransport(base: $0, fault: fault) },
        name: "sabotage-\(fault)-\(invariant)-\(seed)")
      broken.formUnion(outcome.violations.map(\.invariant))
    }
    #expect(broken.contains(invariant), "broken were \(broken)")
  }
}
