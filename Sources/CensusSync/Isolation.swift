import CensusDomain

/// Finds the one revision for which the central refuses whole batches, in three tries of any revision.
///
/// A refused batch of n is sent again in parts of about the root of n, and the part that is refused one
/// by one. What is refused alone is set aside: a void line takes its place. Halving would be slower and
/// send the culprit log n times.
package struct Isolation: Sendable {
  /// A revision that the central refuses even alone.
  package struct Culprit: Sendable, Equatable {
    package let sequence: Int64
    package let error: CensusError
  }

  /// Whose place a void line is to take, until that was answered.
  private(set) var culprit: Culprit?
  private var part = 1
  private var partsThrough: Int64 = 0
  private var singlesThrough: Int64 = 0

  /// The most revisions in a batch that begins at `sequence`; nil where nothing is suspected.
  func limit(at sequence: Int64) -> Int? {
    if sequence <= singlesThrough { return 1 }
    return sequence <= partsThrough ? part : nil
  }

  /// Takes note of a refused batch; false where the cause is no revision.
  ///
  /// A central that refuses even the void line refuses everything; nothing is set aside then.
  mutating func refused(_ batch: Delivery, _ error: CensusError) -> Bool {
    guard culprit == nil else {
      culprit = nil
      return false
    }
    if batch.first <= singlesThrough {
      culprit = Culprit(sequence: batch.first, error: error)
    } else if batch.first <= partsThrough {
      singlesThrough = batch.last
    } else {
      part = max(1, Int(Double(batch.count).squareRoot()))
      partsThrough = batch.last
    }
    return true
  }

  /// Takes note of a batch that was answered.
  mutating func passed(_ batch: Delivery) {
    if let held = culprit, held.sequence <= batch.last { culprit = nil }
  }
}
