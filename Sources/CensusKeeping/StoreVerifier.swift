import CensusAPI
import CensusDomain
import CensusFiles
import CensusSQLite
import Foundation
import GRDB

/// Looks at a whole store without changing it: a device's, a central's or a backup's.
///
/// It reads one consistent state through a connection that cannot write, so a running central goes on.
public struct StoreVerifier {
  /// How many complaints of SQLite are reported.
  static let complaints = 100
  let folder: String
  let kind: StoreKind
  let heads: [ContentHash]
  let progress: (Int) -> Void

  /// Prepares to look at the store in `folder`.
  ///
  /// - Parameters:
  ///   - heads: audit heads from receipts that the store's audit log must hold.
  ///   - progress: told how many revisions were read.
  /// - Throws: ``CensusError`` with code `notFound` where there is no store.
  public init(
    folder: String, heads: [ContentHash] = [], progress: @escaping (Int) -> Void = { _ in }
  ) throws(CensusError) {
    self.folder = folder
    kind = try StoreKind.of(folder: folder)
    self.heads = heads
    self.progress = progress
  }

  /// Looks at everything and tells every fault; damage is a finding, not an error.
  public func verify() throws(CensusError) -> StoreVerification {
    var found = StoreVerification(kind: kind)
    var declared = Set<ContentHash>()
    do {
      let database = try SQLiteFile.openToRead(path: folder + "/" + kind.fileName)
      try database.read { db in
        guard try admits(db, &found) else { return }
        var isNewest = false
        note("schema", &found) { found in isNewest = try schema(db, &found) }
        note("database", &found) { found in try structure(db, &found) }
        let isWhole = found.isSound
        note("revision", &found) { found in
          var check = RevisionCheck(db, kind, progress)
          try check.run(&found, &declared)
        }
        note("auditEntry", &found) { found in try chain(db, &found) }
        note("numbering", &found) { found in try account(db, &found) }
        note("form", &found) { found in try forms(db, &found) }
        note("project", &found) { found in try projects(db, &found) }
        note("paper", &found) { found in try papers(db, &found) }
        guard isNewest else { return }
        note("rows", &found) { found in try rows(db, &found) }
        // What is read into values has to be of the kinds that the schema promises.
        guard kind == .central, isWhole else { return }
        note("recount", &found) { found in try derived(db, &found) }
      }
    } catch {
      found.faults.append(StoreVerifier.fault("database", error))
    }
    try attachments(declared, &found)
    return found
  }

  private static func fault(_ place: String, _ error: any Error) -> StoreFault {
    let words = (error as? DatabaseError)?.message ?? "\(error)"
    return StoreFault(place, zh: "无法读完：\(words)。", en: "It could not be read to its end: \(words).")
  }

  /// Runs one part; where the file cannot be read, that is what was found and the rest goes on.
  private func note(
    _ place: String, _ found: inout StoreVerification,
    _ body: (inout StoreVerification) throws -> Void
  ) {
    do { try body(&found) } catch { found.faults.append(StoreVerifier.fault(place, error)) }
  }

  private func admits(_ db: Database, _ found: inout StoreVerification) throws -> Bool {
    let mark = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    found.schemaVersion = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    guard mark != kind.identity.applicationID else { return true }
    found.faults.append(
      StoreFault(
        "database", zh: "文件的标记 \(mark) 不是本程序的。",
        en: "The file's mark \(mark) is not this program's."))
    return false
  }

  private func structure(_ db: Database, _ found: inout StoreVerification) throws {
    let words = try String.fetchAll(
      db, sql: "PRAGMA integrity_check(\(StoreVerifier.complaints))")
    for word in words where word != "ok" {
      found.faults.append(StoreFault("database", zh: "结构损坏：\(word)。", en: "Damaged: \(word)."))
    }
    for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(
      StoreVerifier.complaints)
    {
      let table = String.fromDatabaseValue(row[0]) ?? "?"
      let line = Int64.fromDatabaseValue(row[1]).map(String.init) ?? "?"
      found.faults.append(
        StoreFault(
          "\(table) \(line)", zh: "所引用的行不存在。", en: "The row that it refers to is not there."))
    }
  }

  private func chain(_ db: Database, _ found: inout StoreVerification) throws {
    // By a hot statement: where the file is damaged a value may be of any kind.
    let last = try HotStatement(
      db, "SELECT position, hash FROM auditEntry ORDER BY position DESC LIMIT 1")
    if try last.step() {
      found.auditEntries = last.integer(0)
      found.auditHead = last.hash(1) ?? .zero
    }
    if let position = try AuditTrail.firstBreak(db) {
      found.faults.append(
        StoreFault("auditEntry \(position)", zh: "日志链在此断开。", en: "The audit chain breaks here."))
    }
    for head in heads {
      let held = try Int64.fetchOne(
        db, sql: "SELECT position FROM auditEntry WHERE hash = ?", arguments: [Data(head.bytes)])
      guard held == nil else { continue }
      found.faults.append(
        StoreFault(
          "auditEntry", zh: "日志中没有回执所记的 \(head)。",
          en: "The log lacks \(head), which a receipt bears."))
    }
  }

  private func attachments(
    _ declared: Set<ContentHash>, _ found: inout StoreVerification
  ) throws(CensusError) {
    let held = AttachmentFolder(store: folder)
    for hash in try held.all() {
      found.attachments += 1
      do throws(CensusError) {
        if try held.verify(hash) { continue }
        found.faults.append(.changed("attachment \(hash)"))
      } catch {
        found.faults.append(StoreVerifier.fault("attachment \(hash)", error))
      }
    }
    found.missingAttachments = declared.filter { !held.contains($0) }
      .sorted()
  }
}
