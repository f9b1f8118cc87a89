import CensusAPI
import CensusDomain
import CensusReports
import CensusSQLite
import Foundation
import GRDB

/// A count that is kept and that a recount did not find so.
public struct CountDifference: Sendable, Hashable, CustomStringConvertible {
  /// Which objects: hazard, township, surveyor and stage.
  public let cell: CompletionCell
  /// How many are kept; the cell's own count is what the recount found.
  public let kept: Int

  /// The difference in one line.
  public var description: String {
    "\(cell.hazard.rawValue) \(cell.town) “\(cell.surveyor)” \(cell.stage.code): "
      + "\(kept) kept, \(cell.count) counted"
  }
}

/// What an inspection of a whole store found; empty lists mean that all is well.
public struct StoreInspection: Sendable, Hashable {
  /// SQLite's own complaints.
  public var database: [String] = []
  /// The first break of the audit trail, if there is one.
  public var auditBreak: Int64?
  /// Cursors of revisions whose bytes do not agree with their hash.
  public var damagedRevisions: [Int64] = []
  /// Where the kept sums differ from a recount.
  public var differences: [CountDifference] = []

  /// Whether nothing was found.
  public var isSound: Bool {
    database.isEmpty && auditBreak == nil && damagedRevisions.isEmpty && differences.isEmpty
  }
}

extension Hub {
  /// Counts all objects anew from entries, reviews and quarantine; what differs from what is kept.
  ///
  /// - Throws: ``CensusError``, what the store said.
  public func recount() throws(CensusError) -> [CountDifference] {
    try fetch { db in try Hub.recount(db) }
  }

  private static func recount(_ db: Database) throws -> [CountDifference] {
    let kept = try ReportState.present(db, for: .localAdministrator).cells
    let objects = try InventoryStore.objects(db, version: try InventoryStore.newest(db))
    let counted = try StageCount(db, at: Timestamp(milliseconds: .max)).cells(of: objects)
    // A cell without its count tells which objects are meant.
    func byPlace(_ cells: [CompletionCell]) -> [CompletionCell: Int] {
      var counts: [CompletionCell: Int] = [:]
      for var cell in cells {
        let count = cell.count
        cell.count = 0
        counts[cell, default: 0] += count
      }
      return counts
    }
    let (before, after) = (byPlace(kept), byPlace(counted))
    return Set(before.keys).union(after.keys).sorted(by: CompletionCell.comesBefore)
      .compactMap { place in
        let (kept, counted) = (before[place] ?? 0, after[place] ?? 0)
        guard kept != counted else { return nil }
        var cell = place
        cell.count = counted
        return CountDifference(cell: cell, kept: kept)
      }
  }

  /// Proves that the store can be written; what a supervisor asks before it sends work.
  ///
  /// - Throws: ``CensusError``, what the store said.
  public func proveReady() throws(CensusError) {
    try commit { db in _ = try Int.fetchOne(db, sql: "SELECT count(*) FROM setting") }
  }

  /// Inspects the whole store: file, audit trail, every record's hash, and the kept sums.
  ///
  /// SQLite's own check does not see a changed value, so each record's hash is computed anew.
  /// - Throws: ``CensusError``, what the store said.
  public func inspect() throws(CensusError) -> StoreInspection {
    try fetch { db in
      var inspection = StoreInspection()
      let complaints = try String.fetchAll(db, sql: "PRAGMA integrity_check")
      inspection.database = complaints.filter { $0 != "ok" }
      let strays = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check")
      inspection.database += strays.map { "foreign key: \($0)" }
      inspection.auditBreak = try AuditTrail.firstBreak(db)
      let statement = try HotStatement(db, "SELECT cursor, hash, record FROM revision")
      while try statement.step() {
        let hash = ContentHash.sha256(of: statement.blob(2))
        if !statement.holds(hash, in: 1) {
          inspection.damagedRevisions.append(statement.integer(0))
        }
      }
      inspection.differences = try Hub.recount(db)
      return inspection
    }
  }
}
