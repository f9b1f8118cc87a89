import CensusAPI
import CensusDomain

extension Hub {
  /// How this central stands with the one above it.
  func relayStatus(by caller: Caller) throws(CensusError) -> RelayStatus {
    try caller.require(.coordinate)
    // What the central above refused may be of any township.
    try caller.require(reaching: district)
    let state = try relayState()
    return try fetch { records in
      RelayStatus(
        relay: state.id, newest: try records.feed.newestCursor(), sent: state.sent,
        lastRun: state.lastRun?.iso8601 ?? "",
        refusals: try records.relays.refusals(limit: 1000).map {
          RelayStatus.Refusal(cursor: $0.sequence, hash: $0.hash, faults: $0.faults)
        })
    }
  }
}
