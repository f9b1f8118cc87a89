import CensusDomain
import CensusForms
import Dispatch
import GRDB
import Synchronization

/// A row that was read and judged by its form.
struct ImportRow: Sendable {
  let number: Int
  let form: Form
  let content: EntryContent
  let claims: [DistinctClaim]
  let findings: [Finding]
  let original: OriginalRow?
}

/// What became of one row.
enum ImportOutcome: Sendable, Equatable {
  case saved
  case alreadyThere
  case refused([Finding])
}

/// Saves rows of one file in transactions; what the inventory or the store says comes last.
struct ChunkSaver: Sendable {
  let store: DeviceStore
  let reasons: [String: String]
  let file: String

  func save(_ rows: [ImportRow]) throws(CensusError) -> [ImportOutcome] {
    let now = store.clock.now()
    let regions = try store.regionTable.get()
    return try store.write { db in
      let claims = try ClaimKeeper(db)
      var writer = try RevisionWriter(db, identity: store.identity, claims: claims, now: now)
      let checker = try InventoryChecker(db, regions)
      var outcomes: [ImportOutcome] = []
      outcomes.reserveCapacity(rows.count)
      for row in rows {
        outcomes.append(try save(row, db, &writer, checker, claims, at: now))
      }
      try writer.finish()
      let saved = outcomes.count { $0 == .saved }
      try store.audit(db, "entries.imported", file, "\(saved)", at: now)
      return outcomes
    }
  }

  private func save(
    _ row: ImportRow, _ db: Database, _ writer: inout RevisionWriter,
    _ checker: InventoryChecker, _ claims: ClaimKeeper, at now: Timestamp
  ) throws -> ImportOutcome {
    var findings = row.findings
    findings += try checker.findings(row.content, row.form.subject)
    var verdict = FindingVerdict(findings, reasons: reasons)
    guard verdict.isAcceptable else { return .refused(findings) }
    if let held = try writer.held(objectCode: row.content.objectCode, form: row.form.code) {
      if try store.holds(db, held, row.content.bytes) { return .alreadyThere }
      let message = DeviceStore.secondEntry(row.content.objectCode, row.form.code, held: held)
      return .refused([
        Finding(
          pointer: "/objectCode", rule: "oneEntryPerObject", level: .error,
          message: message.message)
      ])
    }
    let id = store.identifiers.next(at: now)
    // After the same object's own entry was looked for: a row that is there already breaks no rule.
    let rivals = try claims.findings(row.claims, of: id, form: row.form, content: row.content)
    if !rivals.isEmpty {
      findings += rivals
      verdict = FindingVerdict(findings, reasons: reasons)
      guard verdict.isAcceptable else { return .refused(findings) }
    }
    _ = try writer.add(
      entry: id, isKnown: false, form: row.form, parent: nil, reasons: verdict.keptReasons,
      content: row.content, claims: row.claims)
    return .saved
  }
}

/// A chunk that is being saved on another thread while the next one is read and judged.
final class ChunkInFlight: Sendable {
  let rows: [ImportRow]
  /// How much of the file had been read when the chunk was full.
  let bytesRead: Int
  private let work = DispatchGroup()
  private let result = Mutex<Result<[ImportOutcome], CensusError>?>(nil)

  init(_ rows: [ImportRow], bytesRead: Int, by saver: ChunkSaver) {
    self.rows = rows
    self.bytesRead = bytesRead
    DispatchQueue.global().async(group: work) {
      let outcomes = Result { () throws(CensusError) in try saver.save(rows) }
      self.result.withLock { $0 = outcomes }
    }
  }

  /// Waits until the chunk is saved.
  func outcomes() throws(CensusError) -> [ImportOutcome] {
    work.wait()
    return try result.withLock { $0 }?.get() ?? []
  }
}
