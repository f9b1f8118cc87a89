import CensusDomain

/// A funnel with the self-check between recording and receipt.
public struct ProgressCount: Sendable, Hashable {
  /// Objects by stage.
  public private(set) var funnel = Funnel()
  /// Objects that are received, or returned, or in conflict: all whose entries passed the self-check.
  ///
  /// Never more than the recorded objects and never fewer than the received ones.
  public private(set) var selfChecked = 0

  /// Makes a count of nothing.
  public init() {}

  /// Adds objects of one place whose stage is exactly `stage`; before ``addChecked(_:)``.
  mutating func add(_ count: Int, at stage: Stage) {
    funnel.add(count, at: stage)
    if stage >= .received { selfChecked += count }
  }

  /// Adds objects of one place that are self-checked and not received.
  mutating func addChecked(_ count: Int) {
    selfChecked = min(funnel.recorded, selfChecked + max(0, count))
  }

  /// Adds all counts of `other`.
  mutating func add(_ other: ProgressCount) {
    funnel.add(other.funnel)
    selfChecked += other.selfChecked
  }
}
