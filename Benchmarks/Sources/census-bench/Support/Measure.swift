import Foundation

/// Times of repeated measurements.
struct Times {
  private var seconds: [Double] = []

  /// Times `body` once more; what the disk still has to write from before is written first.
  mutating func measure<Result>(_ body: () throws -> Result) rethrows -> Result {
    sync()
    let start = ContinuousClock.now
    let result = try body()
    add(ContinuousClock.now - start)
    return result
  }

  mutating func add(_ duration: Duration) { add(duration / .seconds(1)) }

  mutating func add(_ value: Double) { seconds.append(value) }

  /// The median; the mean of the middle two where their number is even.
  var median: Double {
    let sorted = seconds.sorted()
    guard let last = sorted.last else { return .nan }
    let middle = sorted.count / 2
    if sorted.count % 2 == 1 { return sorted[middle] }
    return middle > 0 ? (sorted[middle - 1] + sorted[middle]) / 2 : last
  }
}

/// Alternates which of two goes first, so that neither always meets the warmer machine.
func alternate(
  _ round: Int, _ ours: () throws -> Void, _ baseline: () throws -> Void
) rethrows {
  if round.isMultiple(of: 2) {
    try ours()
    try baseline()
  } else {
    try baseline()
    try ours()
  }
}

/// Figures as people read them.
enum Wording {
  static func rate(_ count: Int, in seconds: Double) -> String {
    String(format: "%.0f/s", Double(count) / seconds)
  }

  static func milliseconds(_ seconds: Double) -> String {
    String(format: "%.2f ms", seconds * 1000)
  }

  static func megabytes(_ kilobytes: Int) -> String {
    String(format: "%.0f MB", Double(kilobytes) / 1024)
  }
}

/// Says on standard error what is going on, since a run takes minutes.
enum Progress {
  static func say(_ text: String) {
    FileHandle.standardError.write(Data("==> \(text)\n".utf8))
  }
}

/// A failure of the benchmark itself.
struct BenchError: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
