import CensusDomain

/// What a period did to the objects of one place: from the count before to the count now.
public struct ProgressBridge: Sendable, Hashable {
  private var counts: [ProgressChange.Kind: Int] = [:]

  /// Makes a bridge over nothing.
  public init() {}

  /// How many objects changed in that way.
  public subscript(kind: ProgressChange.Kind) -> Int { counts[kind] ?? 0 }

  /// What the changes add to the objects that should be surveyed.
  public var effectOnObjects: Int {
    counts.reduce(0) { $0 + $1.key.effectOnObjects * $1.value }
  }

  /// What the changes add to the objects done.
  public var effectOnDone: Int {
    counts.reduce(0) { $0 + $1.key.effectOnDone * $1.value }
  }

  mutating func add(_ count: Int, of kind: ProgressChange.Kind) {
    counts[kind, default: 0] += count
  }

  mutating func add(_ other: ProgressBridge) {
    for (kind, count) in other.counts { add(count, of: kind) }
  }
}
