import CensusAPI
import CensusDomain
import CensusReports

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
  /// The storage's own complaints.
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
    try fetch { records in try Hub.recount(records) }
  }

  private static func recount(_ records: any CentralTransaction) throws -> [CountDifference] {
    let objects = try records.inventory.objects(try records.inventory.newest())
    let count = try StageCount(records, at: Timestamp(milliseconds: .max))
    return try differences(records, to: count, of: objects)
  }

  /// Where the kept sums are not those of `count`.
  static func differences(
    _ records: any CentralTransaction, to count: StageCount, of objects: [InventoryObject]
  ) throws -> [CountDifference] {
    let kept = try ReportState.present(records, for: .localAdministrator).cells
    let counted = count.cells(of: objects)
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
    try commit { records in try records.health.probe() }
  }

  /// Inspects the whole store: file, audit trail, every record's hash, and the kept sums.
  ///
  /// A database's own check does not see a changed value, so each record's hash is computed anew.
  /// - Throws: ``CensusError``, what the store said.
  public func inspect() throws(CensusError) -> StoreInspection {
    try fetch { records in
      var inspection = StoreInspection()
      inspection.database = try records.health.complaints()
      inspection.auditBreak = try records.audit.firstBreak()
      try records.revisions.visit { cursor, hash, record in
        if ContentHash.sha256(of: record) != hash { inspection.damagedRevisions.append(cursor) }
      }
      inspection.differences = try Hub.recount(records)
      return inspection
    }
  }
}
