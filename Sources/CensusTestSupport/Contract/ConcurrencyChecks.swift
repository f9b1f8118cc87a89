import CensusAPI
import CensusDomain
import CensusHub
import Synchronization

/// What must hold while many write at the same moment.
enum ConcurrencyChecks {
  private struct Abandoned: Error {}
  private static let writers = 16
  private static let rounds: Int64 = 8

  /// A follower that has seen a cursor must never find a smaller one that it has not seen.
  static func cursorsFollowCommits(_ bench: ContractBench) throws {
    try bench.write { try ContractSamples.enrol(writers, in: $0) }
    let cursors = try follow(try bench.storage())
    try bench.require(
      cursors, is: Array(1...Int64(writers) * rounds), "the cursors that a follower saw")
    try bench.require(
      try bench.read { try $0.feed.newestCursor() }, is: Int64(writers) * rounds,
      "the newest cursor")
  }

  /// Lets all write while one follows, and gives the cursors that it met.
  private static func follow(_ storage: any CentralStorage) throws -> [Int64] {
    let follower = Follower(storage, writers: writers)
    try ContractBench.atOnce(writers + 1) { thread in
      if thread == writers { return try follower.follow() }
      defer { follower.writerHasEnded() }
      for sequence in 1...rounds {
        // Some transactions fail late, after they were given a cursor.
        if sequence % 3 == 0 { try? add(thread + 1, sequence, to: storage, fails: true) }
        try add(thread + 1, sequence, to: storage, fails: false)
      }
    }
    return follower.cursors
  }

  private static func add(
    _ device: Int, _ sequence: Int64, to storage: any CentralStorage, fails: Bool
  ) throws {
    try storage.write { records in
      try ContractSamples.add(
        ContractSamples.revision(device, sequence), of: device, in: records)
      if fails { throw Abandoned() }
    }
  }

  /// Sixteen devices bring batches at once; each takes effect once, and the audit trail is whole.
  static func sixteenWriters(_ bench: ContractBench) throws {
    try bench.write { try ContractSamples.enrol(writers, in: $0) }
    try writeAtOnce(to: try bench.storage())
    try bench.read { records in
      let total = try records.settings.all()["total"]
      try bench.require(total, is: String(Int64(writers) * rounds), "a sum over all writers")
      for device in try records.devices.list(within: nil) {
        try bench.require(device.lastSequence, is: rounds, "the sequence of \(device.identity.id)")
      }
      try bench.require(try records.audit.firstBreak() == nil, "the audit trail is broken")
      try bench.require(try records.health.complaints(), is: [], "complaints")
    }
  }

  private static func writeAtOnce(to storage: any CentralStorage) throws {
    try ContractBench.atOnce(writers) { thread in
      let device = ContractSamples.id(thread + 1)
      for _ in 1...rounds {
        try storage.write { records in
          // Reading and then writing what follows from it is one step, or two would do the same.
          let held = try records.devices.find(device)?.lastSequence ?? 0
          let shared = try Int64(records.settings.all()["total"] ?? "0") ?? 0
          let revision = ContractSamples.revision(thread + 1, held + 1)
          try ContractSamples.add(revision, of: thread + 1, in: records)
          try records.devices.advance(
            device, to: held + 1, hash: revision.hash, at: ContractSamples.noon)
          try records.settings.set("total", to: String(shared + 1))
          _ = try records.audit.append(
            AuditEvent(actor: "\(thread)", action: "batch.received", subject: "\(held + 1)"),
            at: ContractSamples.noon)
        }
      }
    }
  }
}

/// Follows the feed as a device does and remembers the cursors in the order it met them.
private final class Follower: Sendable {
  private let storage: any CentralStorage
  private let met = Mutex<[Int64]>([])
  private let writing: Mutex<Int>

  init(_ storage: any CentralStorage, writers: Int) {
    self.storage = storage
    writing = Mutex(writers)
  }

  var cursors: [Int64] { met.withLock { $0 } }

  func writerHasEnded() { writing.withLock { $0 -= 1 } }

  /// Follows until no writer is left and nothing more comes.
  func follow() throws {
    var after: Int64 = 0
    while true {
      let isAlone = writing.withLock { $0 == 0 }
      let page = try storage.read { records in
        var page: [Int64] = []
        let span = CursorSpan(after: after, through: try records.feed.newestCursor())
        try records.feed.visitRevisions(
          span, within: nil, notOf: ContractSamples.id(0), limit: 5
        ) { change in
          page.append(change.cursor)
          return true
        }
        return page
      }
      met.withLock { $0 += page }
      if page.isEmpty, isAlone { return }
      after = page.last ?? after
    }
  }
}
