import CensusAPI
import CensusDomain

/// What is kept of the attachments that go to the central above.
extension Hub {
  /// Notes that the central above lacks these attachments, and of those it knows of no others.
  ///
  /// - Throws: ``CensusError``, what the storage said.
  public func noteRelay(lacks hashes: [ContentHash]) throws(CensusError) {
    let hashes = Set(hashes)
    // Most of the time nothing has changed, and nothing need be written.
    guard try fetch({ Set(try $0.relays.attachments().lacking) }) != hashes else { return }
    try commit { records in try records.relays.lacks(hashes) }
  }

  /// Notes that the central above confirmed the whole file of `hash`.
  ///
  /// - Throws: ``CensusError``, what the storage said.
  public func noteRelay(sent hash: ContentHash) throws(CensusError) {
    let now = clock.now()
    try commit { records in try records.relays.sent(hash, at: now) }
  }
}
