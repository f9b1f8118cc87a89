import CensusDomain

/// A stretch of this central's commit order, laid out for the central above.
public struct RelayBatch: Sendable {
  /// The idempotency key; a repeat of the same stretch bears the same one.
  public let key: UniqueID
  /// The place and hash of each line, in the body's order.
  public let items: [(at: Int64, hash: ContentHash)]
  /// The lines.
  public let body: [UInt8]
}
