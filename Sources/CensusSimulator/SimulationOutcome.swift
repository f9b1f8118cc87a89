import CensusDomain

/// An invariant that a run broke; the names are those of `Docs/Simulation.md`.
public struct Violation: Sendable, Hashable, CustomStringConvertible {
  /// Which one.
  public enum Invariant: String, Sendable, CaseIterable {
    /// What a user or a receipt was told is saved is there with an equal hash.
    case durability
    /// Each sequence of a device has one effect.
    case exactlyOnce
    /// Every final revision that was made is held by the central, whatever became of it.
    case noLostUpdate
    /// After healing, devices and central let the same revisions stand.
    case convergence
    /// A merge keeps each field that only one side changed, and no conflict stays open in the end.
    case merge
    /// A batch's revisions get answers that agree with what is stored.
    case atomicBatch
    /// After healing, every sync goes through and soon nothing is left to do.
    case liveness
    /// Nothing is marked as answered that the central does not hold.
    case receiptBeforeMark
    /// The city holds what its districts hold, and lets the same stand.
    case relay
    /// No entry passed the borders of a region.
    case authority
    /// The audit chains are whole, and stores pass their own inspection.
    case audit
    /// Reports add up and agree with a recount.
    case report
    /// No file stays open, no lock held, no file behind.
    case resources
    /// Nothing failed in a way that users were not promised.
    case knownErrors
  }

  /// The invariant.
  public let invariant: Invariant
  /// What was seen.
  public let detail: String

  /// One line.
  public var description: String { "\(invariant.rawValue): \(detail)" }
}

/// What a simulated run did and found.
public struct SimulationOutcome: Sendable {
  /// The seed, to run it again.
  public let seed: UInt64
  /// The hash over every event and the final state.
  public let traceHash: ContentHash
  /// What was broken; empty where all is well.
  public let violations: [Violation]
  /// Every event in order.
  public let trace: [String]
  /// What became of each revision, by device and sequence and free of identifiers and times.
  public let merges: [String: String]
  /// How often each kind of event came, for judging what a campaign has covered.
  public let coverage: [String: Int]

  /// The seed, what was broken, and how it came to that.
  public var account: String {
    """
    seed \(seed): \(violations.map(\.description).joined(separator: "\n  "))
      the last steps were
      \(trace.suffix(40).joined(separator: "\n  "))
    """
  }
}
