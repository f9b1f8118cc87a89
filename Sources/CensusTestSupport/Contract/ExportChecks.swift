import CensusAPI
import CensusDomain
import CensusHub

/// The objects beside what is known of them.
enum ExportChecks {
  /// Objects of the newest version alone, with stages and entries, however they are asked for.
  static func objects(_ bench: ContractBench) throws {
    var second = ContractSamples.object("B")
    second.hazard = .landslide
    second.forms = []
    let objects = [
      ContractSamples.object("A"), second, ContractSamples.object("C", town: "130205104"),
    ]
    let gone = ContractSamples.object("AA")
    let later = Timestamp(milliseconds: ContractSamples.noon.milliseconds + 1000)
    try bench.write { records in
      try ContractSamples.enrol(1, in: records)
      _ = try records.inventory.add(ContractSamples.version(1))
      for object in objects + [gone] { try records.inventory.enter(object, from: 1) }
      _ = try records.inventory.add(ContractSamples.version(2, at: later))
      try records.inventory.retire(gone, from: 2)
      for sequence: Int64 in 1...2 {
        // The later entry has the smaller identifier, so that no order is one by chance.
        let revision = ContractSamples.revision(
          1, sequence, entry: ContractSamples.id(900 - Int(sequence)))
        let cursor = try ContractSamples.add(revision, of: 1, in: records)
        try records.entries.add(ContractSamples.entry(revision, at: cursor))
        guard sequence == 2 else { continue }
        for (number, time) in [(1, later), (2, ContractSamples.noon)] {
          _ = try records.reviews.add(
            ContractSamples.review(number, of: revision, .pass, at: time))
        }
      }
      try records.stages.set(
        .received, by: "surveyor 1", object: "A", form: ContractSamples.form)
      let place = try records.stages.place("A", form: ContractSamples.form)
      try records.stages.set(.received, by: "surveyor 1", item: place?.item ?? 0)
    }
    try bench.read { records in
      func found(
        after place: ExportPlace? = nil, within region: RegionCode? = nil, hazard: Hazard? = nil
      ) throws -> [SurveyedObject] {
        var found: [SurveyedObject] = []
        try records.exports.visit(after: place, within: region, hazard: hazard) { object in
          found.append(object)
          return true
        }
        if place == nil {
          try bench.require(
            try records.exports.count(within: region, hazard: hazard), is: found.count,
            "the count")
        }
        return found
      }
      let all = try found()
      try bench.require(all.map(\.object), is: objects, "the objects")
      try bench.require(all.map(\.stage), is: [.received, .none, .none], "their stages")
      try bench.require(all.map(\.author), is: ["surveyor 1", "", ""], "who brought them there")
      try bench.require(
        try found(after: ExportPlace(objectCode: "A", hazard: .forestGrasslandFire)).count, is: 2,
        "the objects after the first")
      // “landslide” comes after “forest-grassland-fire” of the same code.
      try bench.require(
        try found(after: ExportPlace(objectCode: "B", hazard: .forestGrasslandFire)).count, is: 2,
        "the objects after another hazard of the same code")
      try bench.require(
        try found(within: try ContractSamples.region("130205104")).map(\.object),
        is: [objects[2]], "a town's objects")
      try bench.require(
        try found(hazard: .landslide).map(\.object), is: [second], "a hazard's objects")
      let entries = try records.exports.entries(of: "A", form: ContractSamples.form)
      try bench.require(
        entries.map(\.entry.id), is: [ContractSamples.id(899), ContractSamples.id(898)],
        "the entries in commit order")
      try bench.require(
        entries.map(\.reviewedAt), is: [nil, later], "when they were last reviewed")
    }
  }
}
