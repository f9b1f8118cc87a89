import CensusAPI
import CensusDomain
import CensusServer
import CensusStore
import CensusSync

extension CensusWorld {
  /// Gives a device a new identity over the central's routes, through `wrap`.
  ///
  /// - Throws: ``CensusError`` from the store or the central; the device is then what it was.
  public func rejoin(
    _ device: Device, through wrap: (any CentralTransport) -> any CentralTransport = { $0 }
  ) async throws -> (Device, RejoinOutcome) {
    let engine = RejoinEngine(
      store: device.store, transport: wrap(InProcessTransport(hub: hub, token: device.token)),
      token: { "hcd_\($0)" })
    let outcome = try await engine.run()
    let rejoined = Device(
      store: device.store, token: "hcd_\(outcome.device)", form: device.form)
    return (rejoined, outcome)
  }
}
