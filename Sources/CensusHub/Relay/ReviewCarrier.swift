import CensusAPI
import CensusDomain

/// Takes in reviews that were given at another central, each once.
struct ReviewCarrier {
  /// What became of a review.
  enum Outcome {
    case taken
    /// It was here before.
    case known
    /// The revision that it speaks of is not held here.
    case unknownRevision
  }

  private let records: any CentralTransaction
  private let stages: StageKeeper

  init(_ records: any CentralTransaction, stages: StageKeeper) {
    self.records = records
    self.stages = stages
  }

  /// Takes in `review`; one of an earlier revision is kept, and the entry stays where it stands.
  func take(_ review: ReviewRecord) throws -> Outcome {
    guard try !records.reviews.contains(review.id) else { return .known }
    guard let entry = try records.entries.find(review.entry),
      try records.revisions.link(review.revision, in: review.entry) != nil
    else { return .unknownRevision }
    _ = try records.reviews.add(review)
    guard review.revision == entry.headHash else { return .taken }
    let standing = ReviewRule.carried(review.verdict, at: review.level, on: entry.standing)
    guard standing != entry.standing else { return .taken }
    try records.entries.set(standing, of: entry.id)
    try stages.refresh(entry.object, entry.form)
    return .taken
  }
}
