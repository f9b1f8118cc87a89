import CensusDomain
import CensusHub

/// A transaction takes effect whole or not at all.
enum TransactionChecks {
  private struct Abandoned: Error {}

  static func failedBodyLeavesNothing(_ bench: ContractBench) throws {
    try bench.write { try ContractSamples.enrol(1, in: $0) }
    try bench.requireRefusal("a body that throws") { records in
      let revision = ContractSamples.revision(1, 1)
      let cursor = try ContractSamples.add(revision, of: 1, in: records)
      try records.entries.add(ContractSamples.entry(revision, at: cursor))
      try records.devices.advance(
        ContractSamples.id(1), to: 1, hash: revision.hash, at: ContractSamples.noon)
      _ = try records.inventory.add(ContractSamples.version(1))
      try records.inventory.enter(ContractSamples.object("A"), from: 1)
      try records.settings.set("district", to: "130205")
      _ = try records.audit.append(
        AuditEvent(actor: "a", action: "b", subject: "c"), at: ContractSamples.noon)
      throw Abandoned()
    }
    try bench.read { records in
      try bench.require(try records.feed.newestCursor(), is: 0, "the newest cursor")
      try bench.require(
        try records.entries.count(EntrySelection()), is: 0, "entries after a failed body")
      try bench.require(
        try records.devices.find(ContractSamples.id(1))?.lastSequence, is: 0, "the sequence")
      try bench.require(try records.inventory.newest(), is: 0, "the newest version")
      try bench.require(try records.progress.list(within: nil).isEmpty, "counts were left")
      try bench.require(try records.settings.all().isEmpty, "a setting was left")
      try bench.require(try records.audit.head(), is: .zero, "the audit head")
    }
  }

  static func readingWritesNothing(_ bench: ContractBench) throws {
    do {
      try bench.storage().read { try $0.settings.set("district", to: "130205") }
      throw ContractBreach(description: "a reading transaction wrote")
    } catch is CensusError {}
    let settings = try bench.read { try $0.settings.all() }
    try bench.require(settings.isEmpty, "a reading transaction left a setting")
  }

  static func failedInsertLeavesNoGap(_ bench: ContractBench) throws {
    try bench.write { try ContractSamples.enrol(1, in: $0) }
    let cursors = try bench.write { records in
      let first = try ContractSamples.add(ContractSamples.revision(1, 1), of: 1, in: records)
      let version = try records.inventory.add(ContractSamples.version(1))
      let second = try ContractSamples.add(ContractSamples.revision(1, 2), of: 1, in: records)
      return [first, version, second]
    }
    try bench.require(cursors, is: [1, 2, 3], "cursors over all kinds")
    try bench.requireRefusal("a body that throws") { records in
      try ContractSamples.add(ContractSamples.revision(1, 3), of: 1, in: records)
      throw Abandoned()
    }
    let next = try bench.write { records in
      try ContractSamples.add(ContractSamples.revision(1, 3), of: 1, in: records)
    }
    try bench.require(next, is: 4, "the cursor after a failed body")
    try bench.require(try bench.read { try $0.feed.newestCursor() }, is: 4, "the newest cursor")
  }
}
