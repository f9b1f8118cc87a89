import CensusDomain
import CensusStore

extension Simulation {
  /// Notes the revisions that a device has made by itself, merged or made anew, so that they are known
  /// to have a maker.
  @discardableResult
  func learnOwnWork(_ slot: Int, decided: ContentHash? = nil) -> DeviceWitness? {
    let witness: DeviceWitness
    do {
      witness = try DeviceWitness(copy: try folders.copy(devices[slot].folder, to: "witness"))
    } catch {
      violate(.durability, "device \(slot) cannot be read: \(error)")
      return nil
    }
    let known = Int64(devices[slot].memory.finals.count)
    let remade = Set(witness.remade.values)
    let made = witness.revisions.compactMap { revision in
      revision.sequence.map { (sequence: $0, revision: revision) }
    }
    for (sequence, revision) in made.sorted(by: { $0.sequence < $1.sequence })
    where sequence > known {
      guard let content = SimulatedContent(record: revision.record) else {
        violate(.durability, "device \(slot): what it made by itself cannot be read")
        continue
      }
      let isMerge = !remade.contains(sequence) && revision.hash != decided
      if isMerge { note("merged", "\(slot) entry \(oracle.label(revision.entry))") }
      remember(revision.hash, of: revision.entry, content, on: slot, isMerge: isMerge)
    }
    return witness
  }
}
