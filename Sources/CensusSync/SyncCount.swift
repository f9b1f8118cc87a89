import CensusAPI
import CensusStore

/// Counts what a sync has sent and reckons how long the rest takes.
struct SyncCount {
  private var expected = (entries: 0, bytes: 0)
  private var done = (entries: 0, bytes: 0)
  private var sent = 0
  private let start: Int64

  /// Begins to count at `now`, milliseconds.
  init(now: Int64) { start = now }

  /// Takes note of what waits now, beside what is done.
  mutating func expect(_ unsent: (count: Int, bytes: Int)) {
    expected.entries = done.entries + unsent.count
    expected.bytes = done.bytes + unsent.bytes + unsent.count * BatchLine.overhead
  }

  /// Takes note of a batch that was answered for.
  mutating func add(_ delivery: Delivery) {
    done.entries += delivery.count
    done.bytes += delivery.plain
    sent += delivery.travelled
  }

  /// How far it has come at `now`, milliseconds.
  func progress(_ bytesPerSecond: Int64?, now: Int64) -> SyncProgress {
    let total = (
      entries: max(expected.entries, done.entries), bytes: max(expected.bytes, done.bytes)
    )
    let elapsed = Double(now - start) / 1000
    let left = elapsed * Double(total.bytes - done.bytes) / Double(max(1, done.bytes))
    return SyncProgress(
      entriesDone: done.entries, entriesTotal: total.entries, bytesDone: done.bytes,
      bytesTotal: total.bytes, bytesSent: sent, bytesPerSecond: bytesPerSecond,
      secondsLeft: done.bytes == 0 ? nil : Int(left.rounded(.up)))
  }
}
