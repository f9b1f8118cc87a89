import CensusStore

/// Finds the size of batch that suits the link: grows while batches pass quickly, halves when they do not.
///
/// A batch should pass within ``target``. One that was cut is lost whole, so batches on a weak link must
/// be small; each costs a round trip and a write at both ends, so on a good link they should be large.
package struct LinkPace: Sendable, Equatable {
  /// The time within which a batch should pass, milliseconds.
  static let target: Int64 = 20_000
  /// The first batch over an unknown link: some 16 KB packed, ten seconds at 2 kB/s.
  static let first = BatchBounds(count: 256, bytes: 128 * 1024)

  /// The bounds of the next batch.
  private(set) var bounds: BatchBounds
  /// Bytes a second as they travelled; nil before the first measurement.
  private(set) var bytesPerSecond: Int64?
  private var largest: BatchBounds
  /// The size that failed last, bytes before packing; near it growth is slow.
  private var ceiling: Int?

  /// Goes on from what an earlier sync learnt; `largest` is never passed.
  package init(_ state: LinkState?, largest: BatchBounds) {
    self.largest = largest
    bytesPerSecond = state?.bytesPerSecond
    bounds = LinkPace.least(state?.bounds ?? LinkPace.first, largest)
  }

  /// What to keep for the next sync.
  var state: LinkState { LinkState(bounds: bounds, bytesPerSecond: bytesPerSecond) }

  /// Keeps to the other side's own bound.
  mutating func limit(count: Int) {
    largest.count = min(largest.count, max(1, count))
    bounds = LinkPace.least(bounds, largest)
  }

  /// Takes note of a batch that was answered.
  mutating func passed(_ delivery: Delivery) {
    let milliseconds = max(1, delivery.milliseconds)
    bytesPerSecond = Int64(delivery.travelled) * 1000 / milliseconds
    if milliseconds > LinkPace.target * 2 { return halve(delivery.count, delivery.plain) }
    // One far below the bounds says nothing of a batch that fills them.
    guard delivery.count * 2 >= bounds.count || delivery.plain * 2 >= bounds.bytes else { return }
    if let failed = ceiling, delivery.plain >= failed { ceiling = nil }
    let factor = min(8, LinkPace.target / milliseconds)
    guard factor >= 2 else { return }
    grow(Int(factor))
  }

  /// Takes note of a batch that was cut or was too large for the other side.
  mutating func failed(count: Int, plain: Int) {
    ceiling = plain
    halve(count, plain)
  }

  private mutating func grow(_ factor: Int) {
    var grown = BatchBounds(count: bounds.count * factor, bytes: bounds.bytes * factor)
    if let ceiling, grown.bytes > ceiling / 2 {
      grown = BatchBounds(
        count: bounds.count + max(1, bounds.count / 4),
        bytes: bounds.bytes + max(1, bounds.bytes / 4))
    }
    bounds = LinkPace.least(grown, largest)
  }

  private mutating func halve(_ count: Int, _ plain: Int) {
    bounds.count = max(1, min(bounds.count, count) / 2)
    bounds.bytes = max(1, min(bounds.bytes, plain) / 2)
  }

  private static func least(_ one: BatchBounds, _ other: BatchBounds) -> BatchBounds {
    BatchBounds(count: min(one.count, other.count), bytes: min(one.bytes, other.bytes))
  }
}

/// A batch that was sent: what it held and how long it took.
package struct Delivery: Sendable, Equatable {
  /// The first sequence in it.
  var first: Int64
  /// The last sequence in it.
  var last: Int64
  /// Revisions.
  var count: Int
  /// Bytes before packing.
  var plain: Int
  /// Bytes as they travelled.
  var travelled: Int
  /// From the first byte to the answer; 0 where none came.
  var milliseconds: Int64

  package init(
    first: Int64, last: Int64, count: Int, plain: Int, travelled: Int, milliseconds: Int64
  ) {
    self.first = first
    self.last = last
    self.count = count
    self.plain = plain
    self.travelled = travelled
    self.milliseconds = milliseconds
  }
}
