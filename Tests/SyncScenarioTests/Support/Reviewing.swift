import CensusAPI
import CensusDomain
import CensusHub
import Testing

/// Reviews `entries` at a central, which refuses none of them.
func review(
  _ entries: [UniqueID], _ level: ReviewLevel, _ verdict: ReviewVerdict, at central: LocalCentral
) async throws {
  let outcome = try await Operations.review.call(
    ReviewRequest(
      entries: entries, level: level, verdict: verdict, comment: "请核对", fields: []),
    at: central)
  #expect(outcome.refused.isEmpty)
}
