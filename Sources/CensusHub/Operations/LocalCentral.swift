import CensusAPI
import CensusDomain

extension Hub {
  /// Performs the operation called `name` on JSON, with the caller's rights.
  ///
  /// - Throws: ``CensusError`` as the operation gave it; `permission` without the right to it.
  public func perform(
    _ name: String, _ input: [UInt8], _ caller: Caller
  ) throws(CensusError) -> [UInt8] {
    try OperationTable.standard.perform(name, input, at: self, by: caller)
  }
}

/// Reaches a hub in this process, for the command line on the central's own folder.
public struct LocalCentral: CentralAccess {
  private let hub: Hub
  private let caller: Caller

  /// Wraps a hub for `caller`.
  public init(hub: Hub, caller: Caller) {
    self.hub = hub
    self.caller = caller
  }

  /// Performs the operation called `name` on JSON and returns JSON.
  public func perform(_ name: String, _ input: [UInt8]) async throws(CensusError) -> [UInt8] {
    try hub.perform(name, input, caller)
  }
}
