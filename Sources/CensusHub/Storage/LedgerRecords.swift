import CensusAPI
import CensusDomain

/// The survey's spending and activities; no line is ever changed.
public protocol LedgerRecords {
  /// The ledger's lines that fit, by day of payment, voucher and order of entry.
  func expenses(_ query: LedgerQuery) throws -> [ExpenseLine]
  /// Adds a line; false where the ledger holds it word for word under this number among equal ones.
  func add(_ line: ExpenseLine, repetition: Int, at time: Timestamp) throws -> Bool
  /// The activities that fit, by day and order of entry.
  func activities(_ query: LedgerQuery) throws -> [Activity]
  /// Adds an activity; false where it is held word for word.
  func add(_ activity: Activity, at time: Timestamp) throws -> Bool
}
