import CensusAPI
import CensusDomain
import CensusFiles

extension Hub {
  /// How this central stands with the one above it.
  func relayStatus(by caller: Caller) throws(CensusError) -> RelayStatus {
    try caller.require(.coordinate)
    // What the central above refused may be of any township.
    try caller.require(reaching: district)
    let state = try relayState()
    return try fetch { records in
      let (sent, lacking) = try records.relays.attachments()
      let here = lacking.count { folder?.contains($0) ?? false }
      return RelayStatus(
        relay: state.id, newest: try records.feed.newestCursor(), sent: state.sent,
        lastRun: state.lastRun?.iso8601 ?? "",
        attachments: .init(sent: sent, waiting: here, absent: lacking.count - here),
        refusals: try records.relays.refusals(limit: 1000).map {
          RelayStatus.Refusal(cursor: $0.sequence, hash: $0.hash, faults: $0.faults)
        })
    }
  }
}
