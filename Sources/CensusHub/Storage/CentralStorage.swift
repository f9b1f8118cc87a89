import CensusDomain

/// Where a central keeps what it knows; the hub's rules stand on this and on nothing else.
///
/// What must hold of every storage is checked by `CentralStorageContract` of the test support.
public protocol CentralStorage: Sendable {
  /// Where it keeps, for messages to people.
  var place: String { get }
  /// Whether nobody else can change it while it is open, so that what was read may be remembered.
  var isExclusive: Bool { get }

  /// Runs `body` in one transaction that commits whole or, where `body` throws, not at all.
  ///
  /// Writing transactions take effect one after the other. A storage whose database lets them run
  /// side by side may run `body` again after such a one got in its way, so `body` changes nothing
  /// but the transaction.
  /// - Throws: ``CensusError``: the one that `body` threw, or what the storage said.
  func write<Result>(
    _ body: (any CentralTransaction) throws -> Result
  ) throws(CensusError) -> Result

  /// Reads one consistent state; what `body` tries to write is refused.
  ///
  /// - Throws: ``CensusError``: the one that `body` threw, or what the storage said.
  func read<Result>(
    _ body: (any CentralTransaction) throws -> Result
  ) throws(CensusError) -> Result
}
