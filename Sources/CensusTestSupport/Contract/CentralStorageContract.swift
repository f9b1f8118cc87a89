import CensusHub

/// What every storage of a central must keep to, whatever database is behind it.
///
/// A check throws ``ContractBreach`` at the first thing that does not hold. Between its steps it
/// opens the storage anew, so that nothing passes that is only remembered by the process.
public struct CentralStorageContract: Sendable {
  /// Opens one place; called again for the same place, it gives what was stored there.
  public typealias Opening = @Sendable () throws -> any CentralStorage

  private let make: @Sendable () throws -> Opening

  /// Makes the contract's checks for the storages that `make` gives, each time an empty new place.
  public init(_ make: @escaping @Sendable () throws -> Opening) { self.make = make }

  /// The checks, one for each promise.
  public enum Check: String, Sendable, CaseIterable {
    case failedBodyLeavesNothing, readingWritesNothing, failedInsertLeavesNoGap
    case sequenceIsUnique, hashIsUnique, batchKeyIsUnique, holdersAreUnique
    case cursorsFollowCommits, sixteenWriters
    case feedPages, answersAreComplete, eventsReplay
    case quarantineIsVerbatim, entriesAreSelected, contendersAreSettled, claimsMeet
    case progressEqualsRecount, inventoryVersions, objectsAreExported, samplesAreKept
    case ledgerLinesAreUnique, auditChains, settingsAreKept, formsAreKept
    case projectsAreKept, indicatorsAreKept
  }

  /// Runs one check on an empty storage.
  ///
  /// - Throws: ``ContractBreach``, or what the storage threw.
  public func run(_ check: Check) throws {
    let bench = ContractBench(try make())
    switch check {
    case .failedBodyLeavesNothing: try TransactionChecks.failedBodyLeavesNothing(bench)
    case .readingWritesNothing: try TransactionChecks.readingWritesNothing(bench)
    case .failedInsertLeavesNoGap: try TransactionChecks.failedInsertLeavesNoGap(bench)
    case .sequenceIsUnique: try UniquenessChecks.sequence(bench)
    case .hashIsUnique: try UniquenessChecks.hash(bench)
    case .batchKeyIsUnique: try UniquenessChecks.batchKey(bench)
    case .holdersAreUnique: try UniquenessChecks.holders(bench)
    case .cursorsFollowCommits: try ConcurrencyChecks.cursorsFollowCommits(bench)
    case .sixteenWriters: try ConcurrencyChecks.sixteenWriters(bench)
    case .feedPages: try FeedChecks.pages(bench)
    case .answersAreComplete: try FeedChecks.answers(bench)
    case .eventsReplay: try FeedChecks.events(bench)
    case .quarantineIsVerbatim: try EntryChecks.quarantine(bench)
    case .entriesAreSelected: try EntryChecks.selection(bench)
    case .contendersAreSettled: try ContenderChecks.settling(bench)
    case .claimsMeet: try ClaimChecks.rivals(bench)
    case .progressEqualsRecount: try ProgressChecks.recount(bench)
    case .inventoryVersions: try ProgressChecks.versions(bench)
    case .objectsAreExported: try ExportChecks.objects(bench)
    case .samplesAreKept: try QualityChecks.kept(bench)
    case .ledgerLinesAreUnique: try LedgerChecks.uniqueness(bench)
    case .auditChains: try LedgerChecks.audit(bench)
    case .settingsAreKept: try LedgerChecks.settings(bench)
    case .formsAreKept: try FormChecks.kept(bench)
    case .projectsAreKept: try PerformanceChecks.projects(bench)
    case .indicatorsAreKept: try PerformanceChecks.indicators(bench)
    }
  }
}
