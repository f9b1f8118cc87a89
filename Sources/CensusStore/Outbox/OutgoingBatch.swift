import CensusDomain

/// Unsent revisions laid out as one request's body.
public struct OutgoingBatch: Sendable {
  /// The idempotency key; a repeat of the same revisions bears the same one.
  public let key: UniqueID
  /// The sequences and hashes in the body's order.
  public let items: [(sequence: Int64, hash: ContentHash)]
  /// The lines (``BatchLine``).
  public let body: [UInt8]

  package init(
    key: UniqueID, items: [(sequence: Int64, hash: ContentHash)], body: [UInt8]
  ) {
    self.key = key
    self.items = items
    self.body = body
  }

  /// The first sequence.
  public var firstSequence: Int64 { items.first?.sequence ?? 0 }
  /// The last sequence.
  public var lastSequence: Int64 { items.last?.sequence ?? 0 }
}

/// The bounds of a batch.
public struct BatchBounds: Sendable, Hashable {
  /// The most revisions.
  public var count: Int
  /// The size at which the batch is closed, bytes before packing; one revision always fits.
  public var bytes: Int

  /// Makes bounds.
  public init(count: Int, bytes: Int) {
    self.count = count
    self.bytes = bytes
  }
}
