import CensusSync

/// The end of all trouble: after it, a bounded number of syncs leaves nothing to do.
extension Simulation {
  /// More rounds than any history needs: one sends, one fetches, one finds nothing.
  private static let rounds = 5

  func heal() async throws {
    note("heal")
    for slot in devices.indices {
      devices[slot].isClogged = false
      try await renew(slot)
    }
    for round in 1...Simulation.rounds {
      note("round", "\(round)")
      if await isQuiet() { return }
    }
    violate(.liveness, "after \(Simulation.rounds) rounds without faults there is still work to do")
  }

  private func isQuiet() async -> Bool {
    var isQuiet = true
    for slot in devices.indices where !devices[slot].isRetired {
      guard let report = await sync(slot, isFaulty: false) else {
        if !devices[slot].isRetired {
          violate(.liveness, "device \(slot): a sync failed without a fault")
        }
        isQuiet = false
        continue
      }
      if report.changes > 0 || !report.answered.isEmpty || report.unsent > 0 { isQuiet = false }
    }
    return isQuiet
  }
}
