import CensusAPI
import CensusDomain
import CensusHub

/// Entries and what was rejected.
enum EntryChecks {
  /// Puts the device's record of this sequence into quarantine.
  static func quarantine(
    _ device: Int, _ sequence: Int64, _ faults: [Fault], in records: any CentralTransaction,
    record: [UInt8]? = nil
  ) throws {
    let record = record ?? ContractSamples.record(device, sequence)
    try record.withUnsafeBytes { bytes in
      try records.quarantine.add(
        QuarantinedRevision(
          device: ContractSamples.id(device), sequence: sequence,
          hash: ContentHash.sha256(of: record), batch: ContractSamples.id(77),
          link: RevisionLink(
            entry: ContractSamples.id(500), parent: ContractSamples.hash("parent")),
          author: "surveyor \(device)", form: ContractSamples.form, object: "A",
          faults: faults, at: ContractSamples.noon), record: bytes)
    }
  }

  /// What was rejected is there byte for byte, even if it is no text at all.
  static func quarantine(_ bench: ContractBench) throws {
    let bytes: [UInt8] = [0x7B, 0x00, 0xFF, 0x0A, 0xE4, 0xBD, 0x22, 0x7D, 0x00]
    let hash = ContentHash.sha256(of: bytes)
    let fault = Fault(pointer: "", rule: "hash", message: LocalizedText(zh: "损坏", en: "damaged"))
    try bench.write { records in
      try ContractSamples.enrol(2, in: records)
      try quarantine(2, 1, [fault], in: records)
      try quarantine(1, 1, [fault, fault], in: records, record: bytes)
    }
    try bench.read { records in
      let device = ContractSamples.id(1)
      let record = try records.quarantine.record(of: device, sequence: 1)
      try bench.require(record, is: bytes, "the quarantined bytes")
      let found = try records.quarantine.find(device, sequence: 1)
      try bench.require(found?.hash, is: hash, "the quarantined hash")
      try bench.require(found?.faults, is: [fault, fault], "the faults")
      let link = try records.quarantine.link(hash, in: ContractSamples.id(500))
      try bench.require(link?.parent, is: ContractSamples.hash("parent"), "the parent")
      let foreign = try records.quarantine.link(hash, in: ContractSamples.id(501))
      try bench.require(foreign == nil, "the link of another entry was given")
      let author = try records.quarantine.author(of: "A", form: ContractSamples.form)
      try bench.require(author, is: "surveyor 1", "the author of the first by device")
      var authors: [String] = []
      try records.quarantine.visit(upTo: ContractSamples.noon) { authors.append($0.author) }
      try bench.require(authors, is: ["surveyor 1", "surveyor 2"], "the authors in order")
    }
  }

  /// Lists and counts agree with what was put in, in commit order.
  static func selection(_ bench: ContractBench) throws {
    let standings: [EntryStanding] = [.received, .conflict, .returned, .countyPassed]
    try bench.write { records in
      try ContractSamples.enrol(2, in: records)
      for sequence: Int64 in 1...12 {
        // Later entries have smaller identifiers, so that no list is in order by chance.
        let revision = ContractSamples.revision(
          Int(sequence % 2) + 1, sequence, entry: ContractSamples.id(800 - Int(sequence)),
          town: sequence <= 8 ? ContractSamples.town : "130205104")
        let cursor = try ContractSamples.add(revision, of: Int(sequence % 2) + 1, in: records)
        try records.entries.add(
          ContractSamples.entry(
            revision, at: cursor, standing: standings[Int(sequence) % 4],
            isListed: sequence <= 3))
      }
      try records.entries.set(.cityPassed, of: ContractSamples.id(799))
    }
    try bench.read { records in
      func cursors(_ selection: EntrySelection, limit: Int = 100) throws -> [Int64] {
        let list = try records.entries.list(selection, limit: limit)
        if limit == 100 {
          try bench.require(try records.entries.count(selection), is: list.count, "the count")
        }
        return list.map(\.headCursor)
      }
      try bench.require(try cursors(EntrySelection(), limit: 3), is: [1, 2, 3], "the first")
      try bench.require(
        try cursors(EntrySelection(standing: .conflict)), is: [5, 9], "those that contend")
      try bench.require(
        try cursors(EntrySelection(standing: .cityPassed)), is: [1], "those the city passed")
      try bench.require(
        try cursors(EntrySelection(author: "surveyor 1", townPrefix: "130205104")), is: [10, 12],
        "those of one author and town")
      let region = try ContractSamples.region("130205104")
      try bench.require(
        try cursors(EntrySelection(region: region, hazard: .forestGrasslandFire)),
        is: [9, 10, 11, 12], "those of a region")
      try bench.require(
        try records.progress.openConflicts(within: region), is: 1, "conflicts of a region")
      try bench.require(try records.progress.unlisted(within: nil), is: 9, "unlisted entries")
      let work = try records.entries.work(on: "A", form: ContractSamples.form)
      try bench.require(
        work.map(\.standing).prefix(2), is: [.received, .countyPassed], "the oldest entries")
    }
  }
}
