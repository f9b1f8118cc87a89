import CensusDomain
import CensusStore

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

  /// Among which revisions it is sought, and who was found; nil where nothing is suspected.
  private(set) var suspects: Suspects?

  /// Goes on with what an earlier process sought.
  init(_ suspects: Suspects? = nil) { self.suspects = suspects }

  /// Whose place a void line is to take, until that was answered.
  var culprit: Culprit? {
    suspects?.culprit.map {
      Culprit(sequence: $0.sequence, error: CensusError(.invalidData, $0.refusal))
    }
  }

  /// The most revisions in a batch that begins at `sequence`; nil where nothing is suspected.
  func limit(at sequence: Int64) -> Int? {
    guard let suspects else { return nil }
    if sequence <= suspects.singlesThrough { return 1 }
    return sequence <= suspects.partsThrough ? suspects.part : nil
  }

  /// Takes note of a refused batch; false where the cause is no revision.
  ///
  /// A central that refuses even the void line refuses everything; nothing is set aside then.
  mutating func refused(_ batch: Delivery, _ error: CensusError) -> Bool {
    guard let held = suspects, batch.first <= held.through else {
      suspects = Suspects(
        part: max(1, Int(Double(batch.count).squareRoot())), partsThrough: batch.last)
      return true
    }
    guard held.culprit == nil else {
      suspects = nil
      return false
    }
    if batch.first <= held.singlesThrough {
      suspects?.culprit = .init(sequence: batch.first, refusal: error.message)
    } else {
      suspects?.singlesThrough = batch.last
    }
    return true
  }

  /// Takes note of a batch that was answered.
  mutating func passed(_ batch: Delivery) {
    guard let held = suspects else { return }
    if let found = held.culprit, found.sequence <= batch.last { suspects?.culprit = nil }
    if held.through <= batch.last { suspects = nil }
  }
}
