import CensusAPI
import CensusDomain
import CensusHub

/// Contenders and what settles them.
enum ContenderChecks {
  /// A contender is open until a revision is noted that settles it; the past shows when.
  static func settling(_ bench: ContractBench) throws {
    let first = ContractSamples.revision(1, 1)
    func further(_ sequence: Int64, _ disposition: Disposition) -> StoredRevision {
      ContractSamples.revision(
        1, sequence, entry: first.entry, number: 2, disposition: disposition)
    }
    let contenders = [further(2, .conflict), further(3, .conflict)]
    let foreign = ContractSamples.hash("foreign")
    try bench.write { records in
      try ContractSamples.enrol(1, in: records)
      let cursor = try ContractSamples.add(first, of: 1, in: records)
      try records.entries.add(ContractSamples.entry(first, at: cursor))
      try bench.require(
        try records.revisions.isContested(first.entry), is: false, "contested at first")
      for contender in contenders { try ContractSamples.add(contender, of: 1, in: records) }
      let settling = try ContractSamples.add(further(4, .accepted), of: 1, in: records)
      // What is no contender, and what is settled already, is passed over.
      for _ in 1...2 {
        try records.revisions.settle(
          [contenders[0].hash, first.hash, foreign], of: first.entry, by: settling)
      }
    }
    try bench.read { records in
      try bench.require(
        try records.revisions.contenders(of: first.entry), is: [ContractSamples.record(1, 3)],
        "the open contenders")
      try bench.require(try records.revisions.isContested(first.entry), is: true, "contested")
      let all = try records.revisions.all(of: first.entry)
      try bench.require(
        all.map(\.disposition), is: [.accepted, .conflict, .conflict, .accepted], "what became")
      try bench.require(
        all.map(\.record), is: (1...4).map { ContractSamples.record(1, $0) }, "all its records")
    }
    try bench.write { records in
      let last = try ContractSamples.add(further(5, .accepted), of: 1, in: records)
      try records.revisions.settle([contenders[1].hash], of: first.entry, by: last)
      try bench.require(
        try records.revisions.isContested(first.entry), is: false, "contested at last")
      var standings: [Bool] = []
      try records.feed.visitEvents(upTo: ContractSamples.noon) { _, event in
        if case .accepted(_, _, _, _, _, let isContested) = event { standings.append(isContested) }
      }
      try bench.require(standings, is: [false, true, false], "contested, one after the other")
    }
  }
}
