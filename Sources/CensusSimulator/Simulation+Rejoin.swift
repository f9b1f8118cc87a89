import CensusDomain
import CensusStore
import CensusSync

extension Simulation {
  /// Gives a device a new identity; false where that failed, which users are told.
  @discardableResult
  func rejoin(_ slot: Int, isFaulty: Bool) async -> Bool {
    devices[slot].isBusy = true
    defer { devices[slot].isBusy = false }
    let engine = RejoinEngine(
      store: devices[slot].store,
      transport: SimulatedNetwork(world: self, slot: slot, isFaulty: isFaulty),
      token: { Simulation.token(of: $0) })
    do {
      let outcome = try await engine.run()
      note("rejoined", "\(slot) held \(outcome.held) remade \(outcome.remade)")
      adopt(outcome, slot)
      return true
    } catch {
      note("rejoin-failed", "\(slot) \(error.code)")
      judge(error, slot, isFaulty: isFaulty)
      // As after a crash it is begun again with what lies on the disk.
      if isFaulty, random.chance(50) { await restartDevice(slot) }
      return false
    }
  }

  /// A device makes its own token, the same one at each try.
  private static func token(of id: UniqueID) -> String { "hcd_\(id)" }

  private func adopt(_ outcome: RejoinOutcome, _ slot: Int) {
    devices[slot].id = outcome.device
    devices[slot].token = Simulation.token(of: outcome.device)
    devices[slot].mustRejoin = false
    devices[slot].isDoubtful = false
    let made = devices[slot].memory.finals.count
    oracle.identified(
      outcome.device, of: devices[slot], startsAfter: Int64(made), token: devices[slot].token)
    guard let witness = learnOwnWork(slot) else { return }
    for (former, present) in witness.remade.sorted(by: { $0.key < $1.key }) {
      let finals = devices[slot].memory.finals
      guard finals.indices.contains(Int(former) - 1), finals.indices.contains(Int(present) - 1)
      else {
        violate(.durability, "device \(slot): \(former) was made anew as \(present), unknown")
        continue
      }
      let (old, new) = (finals[Int(former) - 1], finals[Int(present) - 1])
      if oracle.revisions[old]?.content != oracle.revisions[new]?.content {
        violate(.durability, "device \(slot): revision \(former) made anew says something else")
      }
      oracle.remade[old] = new
    }
    if devices[slot].memory.finals.count - made != outcome.remade {
      violate(.durability, "device \(slot): \(outcome.remade) made anew, others are there")
    }
  }
}
