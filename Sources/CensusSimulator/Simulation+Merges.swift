import CensusDomain
import CensusStore

extension Simulation {
  /// Notes the revisions that a device has made by itself, so that they are known to have a maker.
  func learnMerges(_ slot: Int) {
    let witness: DeviceWitness
    do {
      witness = try DeviceWitness(copy: try folders.copy(devices[slot].folder, to: "witness"))
    } catch {
      return violate(.durability, "device \(slot) cannot be read after a merge: \(error)")
    }
    let known = Int64(devices[slot].memory.finals.count)
    let made = witness.revisions.compactMap { revision in
      revision.sequence.map { (sequence: $0, revision: revision) }
    }
    for (sequence, revision) in made.sorted(by: { $0.sequence < $1.sequence })
    where sequence > known {
      guard let content = SimulatedContent(record: revision.record) else {
        violate(.durability, "device \(slot): a merge cannot be read")
        continue
      }
      note("merged", "\(slot) entry \(oracle.label(revision.entry))")
      remember(revision.hash, of: revision.entry, content, on: slot, isMerge: true)
    }
  }
}
