import CensusDomain

/// What a relay tells of its progress.
public enum RelayEvent: Sendable {
  /// The central above was reached; it holds everything up to this cursor.
  case connected(confirmed: Int64)
  /// The central above holds another past than this one, so everything is offered anew.
  case restarted
  /// So many lines have been answered for.
  case sent(lines: Int)
  /// So many new reviews were taken in.
  case taken(reviews: Int)
  /// The upper central does not know the place in its feed; it is read from the beginning.
  case reread
  /// So many attachments of those that are here and were lacking above are there; bytes of whole ones.
  case attachments(done: Int, of: Int, bytes: Int64)
  /// An attachment could not be sent and waits for the next run, zero where the central above could not
  /// be asked; nothing else is held up.
  case attachmentFailed(ContentHash, CensusError)
  /// An attempt failed; the next one follows after a wait.
  case retrying(CensusError, milliseconds: Int64)
}

/// What a relay came to.
public struct RelayReport: Sendable, Encodable {
  /// Lines answered for, by disposition.
  public var answered: [String: Int] = [:]
  /// Attachments that were sent whole.
  public var attachments = 0
  /// Attachments that the central above lacks still.
  public var attachmentsMissing = 0
  /// New reviews taken in.
  public var reviews = 0
  /// Requests that brought lines.
  public var batches = 0
  /// Bytes of their bodies as they travelled.
  public var bytes = 0
  /// Whether everything was offered anew.
  public var restarted = false
}
