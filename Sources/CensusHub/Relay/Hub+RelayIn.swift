import CensusAPI
import CensusDomain

/// What the central above gives back.
extension Hub {
  /// Takes in the reviews of a page of the upper central's feed, and how far it goes, in one transaction.
  ///
  /// A review that this central gave itself is known by its identifier. One of a revision that is not
  /// held, as after a restore, is passed over; the audit trail names it.
  /// - Returns: how many reviews were new.
  /// - Throws: ``CensusError``, what the storage said.
  public func take(relayed page: ChangePage) throws(CensusError) -> Int {
    try commit { records in
      let carrier = ReviewCarrier(records, stages: StageKeeper(records))
      var taken = 0
      for change in page.changes {
        guard case .review(let review) = change.kind else { continue }
        switch try carrier.take(review) {
        case .known: continue
        case .taken: taken += 1
        case .unknownRevision:
          try log(
            records, by: .localAdministrator, "relay.reviewPassedOver", review.id.description,
            "entry=\(review.entry) revision=\(review.revision)")
        }
      }
      var state = try records.relays.state() ?? RelayState(id: identifiers.next(at: clock.now()))
      state.taken = page.next
      state.lastRun = clock.now()
      try records.relays.set(state)
      if taken > 0 {
        try log(records, by: .localAdministrator, "relay.reviewsTaken", "\(taken)")
      }
      return taken
    }
  }

  /// Begins the upper central's feed anew: it does not know the place up to which it was read.
  ///
  /// - Throws: ``CensusError``, what the storage said.
  public func rereadRelayFeed() throws(CensusError) {
    try commit { records in
      guard var state = try records.relays.state() else { return }
      state.taken = 0
      try records.relays.set(state)
    }
  }
}
