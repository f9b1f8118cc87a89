import CensusDomain
import CensusStore

extension Simulation {
  /// Merges that no person made lose nothing, and in the end nothing contends any more.
  func checkMerges(_ central: CentralWitness) throws {
    var nodes: [ContentHash: MergeJudge.Node] = [:]
    for (_, revision) in central.revisions {
      nodes[revision.hash] = MergeJudge.Node(record: revision.record)
    }
    let judge = MergeJudge(nodes: nodes)
    for (place, revision) in central.revisions
    where oracle.revisions[revision.hash]?.isMerge == true {
      if let fault = judge.fault(of: revision.hash) {
        violate(.merge, "\(name(place)): \(fault)")
      }
    }
    let decidable = Set(try devices.indices.flatMap { try conflicts($0).map(\.row.entry) })
    for (id, entry) in central.entries
    where entry.standing == "conflict" && decidable.contains(id) {
      violate(.merge, "entry \(oracle.label(id)) is still in conflict")
    }
  }
}
