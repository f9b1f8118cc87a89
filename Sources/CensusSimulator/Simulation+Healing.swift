import CensusDomain
import CensusStore
import CensusSync

/// The end of all trouble: after it, a bounded number of syncs leaves nothing to do.
extension Simulation {
  /// More rounds than any history needs: one sends, one fetches, one finds nothing; before them one
  /// for each time that a copied store finds out, at most for each copy, and what comes of each merge.
  private static let rounds = 8

  func heal() async throws {
    note("heal")
    for slot in devices.indices {
      devices[slot].isClogged = false
      try await renew(slot)
    }
    for round in 1...Simulation.rounds {
      note("round", "\(round)")
      if try await isQuiet() { return }
    }
    violate(.liveness, "after \(Simulation.rounds) rounds without faults there is still work to do")
  }

  private func isQuiet() async throws -> Bool {
    var isQuiet = true
    var decided: Set<UniqueID> = []
    for slot in devices.indices {
      guard let report = await sync(slot, isFaulty: false) else {
        isQuiet = false
        // One that finds out only now that it was restored, or copied, rejoins in the next round.
        if !devices[slot].mustRejoin {
          violate(.liveness, "device \(slot): a sync failed without a fault")
        }
        continue
      }
      try decideAll(slot, besides: &decided)
      if report.changes > 0 || !report.answered.isEmpty || report.unsent > 0 { isQuiet = false }
      if try devices[slot].store.unsent().count > 0 { isQuiet = false }
    }
    return isQuiet
  }
}
