/// What the central did with one revision of a batch.
public enum Disposition: String, Sendable, CaseIterable, Codable {
  /// Stored, and now the entry's standing revision.
  case accepted
  /// Held already with the same hash; nothing changed.
  case duplicate
  /// Stored, but the entry had already moved on from it.
  case superseded
  /// Stored beside another revision of the same parent; both are kept until someone decides.
  case conflict
  /// Not stored as an entry; kept verbatim in quarantine with the reasons.
  case rejected
}
