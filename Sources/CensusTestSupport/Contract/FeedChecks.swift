import CensusAPI
import CensusDomain
import CensusHub

/// What is read by cursor or by a device's order.
enum FeedChecks {
  /// Three devices in two towns, reviews and a version, read in pages by one of the devices.
  static func pages(_ bench: ContractBench) throws {
    let other = "130205104"
    try bench.write { records in
      try ContractSamples.enrol(3, in: records)
      for sequence: Int64 in 1...10 {
        for device in 1...3 {
          let revision = ContractSamples.revision(
            device, sequence, town: device == 3 ? other : ContractSamples.town)
          let cursor = try ContractSamples.add(revision, of: device, in: records)
          try records.entries.add(ContractSamples.entry(revision, at: cursor))
          let number = device * 100 + Int(sequence)
          _ = try records.reviews.add(ContractSamples.review(number, of: revision, .pass))
        }
      }
      _ = try records.inventory.add(ContractSamples.version(1))
    }
    try bench.read { records in
      let newest = try records.feed.newestCursor()
      try bench.require(newest, is: 61, "the newest cursor")
      let town = try ContractSamples.region(ContractSamples.town)
      // In each round of six cursors the devices 1, 2, 3 put a revision and then its review.
      let revisions = try read(records, limit: 4, newest, within: town)
      try bench.require(
        revisions.map(\.cursor), is: (0..<10).map { $0 * 6 + 3 }, "the revisions of device 2")
      for (index, change) in revisions.enumerated() {
        let sequence = Int64(index + 1)
        let expected = Change.Kind.revision(
          hash: ContractSamples.revision(2, sequence).hash, disposition: .accepted,
          record: ContractSamples.record(2, sequence))
        try bench.require(change.kind == expected, "the record at \(change.cursor) differs")
      }
      let span = CursorSpan(after: 2, through: 14)
      let reviews = try records.feed.reviews(span, within: town, limit: 3)
      try bench.require(reviews.map(\.cursor), is: [4, 8, 10], "a page of reviews")
      let expected = ContractSamples.review(201, of: ContractSamples.revision(2, 1), .pass)
      try bench.require(reviews.first?.kind == .review(expected), "the review differs")
      let versions = try records.feed.inventoryVersions(
        CursorSpan(after: 0, through: newest), limit: 5)
      try bench.require(
        versions, is: [Change(cursor: 61, kind: .inventory(version: 1))], "the versions")
    }
  }

  /// All revisions that concern device 1, page by page.
  private static func read(
    _ records: any CentralTransaction, limit: Int, _ newest: Int64, within region: RegionCode
  ) throws -> [Change] {
    var changes: [Change] = []
    var after: Int64 = 0
    while true {
      let before = changes.count
      try records.feed.visitRevisions(
        CursorSpan(after: after, through: newest), within: region,
        notOf: ContractSamples.id(1), limit: limit
      ) { change in
        changes.append(change)
        // Stops one short of the page, as a page does that has grown too large.
        return changes.count < before + limit - 1
      }
      guard changes.count > before, let last = changes.last else { return changes }
      after = last.cursor
    }
  }

  /// A device that lost its receipts gets what was answered, rejected or not, in its own order.
  static func answers(_ bench: ContractBench) throws {
    let fault = Fault(
      pointer: "/a~1b", rule: "r", message: LocalizedText(zh: "“错”\n", en: "wrong"))
    let refused = ContentHash.sha256(of: ContractSamples.record(1, 2))
    try bench.write { records in
      try ContractSamples.enrol(1, in: records)
      try ContractSamples.add(ContractSamples.revision(1, 1), of: 1, in: records)
      try EntryChecks.quarantine(1, 2, [fault], in: records)
      try ContractSamples.add(
        ContractSamples.revision(1, 3, disposition: .conflict), of: 1, in: records)
    }
    let items = try bench.read { records in
      try records.feed.answers(to: ContractSamples.id(1), after: 0, limit: 2)
        + records.feed.answers(to: ContractSamples.id(1), after: 2, limit: 2)
    }
    let expected = [
      ReceiptItem(
        sequence: 1, hash: ContractSamples.revision(1, 1).hash, disposition: .accepted),
      ReceiptItem(sequence: 2, hash: refused, disposition: .rejected, faults: [fault]),
      ReceiptItem(
        sequence: 3, hash: ContractSamples.revision(1, 3).hash, disposition: .conflict),
    ]
    try bench.require(items, is: expected, "the answers")
  }

  /// What happened up to a moment comes back in commit order, whatever the clock showed.
  static func events(_ bench: ContractBench) throws {
    let noon = ContractSamples.noon
    let later = Timestamp(milliseconds: noon.milliseconds + 1000)
    let first = ContractSamples.revision(1, 1)
    try bench.write { records in
      try ContractSamples.enrol(1, in: records)
      let cursor = try ContractSamples.add(first, of: 1, in: records)
      try records.entries.add(ContractSamples.entry(first, at: cursor))
      for (sequence, disposition, time) in [
        (Int64(2), Disposition.superseded, noon), (3, .conflict, noon), (4, .accepted, later),
      ] {
        try ContractSamples.add(
          ContractSamples.revision(
            1, sequence, entry: first.entry, number: 2, disposition: disposition,
            receivedAt: time), of: 1, in: records)
      }
      _ = try records.reviews.add(ContractSamples.review(1, of: first, .return))
    }
    let events = try bench.read { records in
      var events: [EntryEvent] = []
      try records.feed.visitEvents(upTo: noon) { entry, event in
        try bench.require(entry, is: first.entry, "the event's entry")
        events.append(event)
      }
      return events
    }
    let accepted = EntryEvent.accepted(
      revision: first.hash, object: "A", form: ContractSamples.form, town: ContractSamples.town,
      author: "surveyor 1",
      isContested: false)
    try bench.require(
      events, is: [accepted, .contended, .reviewed(.county, .return, of: first.hash)], "the events")
  }
}
