import CensusAPI
import CensusDomain

/// What the central above gives back.
extension Hub {
  /// Takes in a page of the upper central's feed: first its forms, then in one transaction the reviews
  /// and how far it goes.
  ///
  /// A review that this central gave itself is known by its identifier. One of a revision that is not
  /// held, as after a restore, is passed over; the audit trail names it.
  /// - Returns: how many reviews were new.
  /// - Throws: ``CensusError``, what the storage said.
  public func take(relayed page: ChangePage) throws(CensusError) -> Int {
    for case .form(let form) in page.changes.map(\.kind) { try take(form) }
    return try commit { records in
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
      state.head = page.head
      state.lastRun = clock.now()
      try records.relays.set(state)
      if taken > 0 {
        try log(records, by: .localAdministrator, "relay.reviewsTaken", "\(taken)")
      }
      return taken
    }
  }

  /// Adds the city's form as a coordinator here would; one that does not fit here is named and passed over.
  private func take(_ form: FormAnnouncement) throws(CensusError) {
    do {
      let schema = String(decoding: form.schema, as: UTF8.self)
      _ = try addForm(FormUpload(schema: schema), by: .localAdministrator)
    } catch  where error.code == .conflict || error.code == .invalidData {
      _ = try commit { records in
        try log(
          records, by: .localAdministrator, "relay.formPassedOver", "\(form.code) \(form.version)",
          error.message.en)
      }
    }
  }

  /// Begins the upper central's feed anew: it does not know the place up to which it was read.
  ///
  /// - Throws: ``CensusError``, what the storage said.
  public func rereadRelayFeed() throws(CensusError) {
    try commit { records in
      guard var state = try records.relays.state() else { return }
      state.taken = 0
      state.head = nil
      try records.relays.set(state)
    }
  }
}
