import CensusAPI
import CensusDomain

/// Which reviews an entry's standing allows, and where they lead.
///
/// The city reviews what the county has passed; each level can take back only what has not gone on.
enum ReviewRule {
  /// The standing after a review, or why it cannot be given.
  static func outcome(
    of verdict: ReviewVerdict, at level: ReviewLevel, on standing: EntryStanding
  ) -> Result<EntryStanding, Refusal> {
    switch (level, verdict, standing) {
    case (.county, .pass, .received): .success(.countyPassed)
    case (.city, .pass, .countyPassed): .success(.cityPassed)
    case (.county, .return, .received), (.county, .return, .conflict),
      (.county, .return, .countyPassed), (.city, .return, .countyPassed),
      (.city, .return, .cityPassed):
      .success(.returned)
    default: .failure(Refusal(message: refusal(at: level, on: standing)))
    }
  }

  /// The standing after a review of the same revision that was given at another central.
  ///
  /// It may have been given while one was given here, and both centrals learn of both in another
  /// order. So that they come to the same, a return holds until the surveyor's correction, and a pass
  /// that finds no place leaves things as they are.
  static func carried(
    _ verdict: ReviewVerdict, at level: ReviewLevel, on standing: EntryStanding
  ) -> EntryStanding {
    if case .success(let next) = outcome(of: verdict, at: level, on: standing) { return next }
    return verdict == .return && standing != .conflict ? .returned : standing
  }

  /// Why a review cannot be given.
  struct Refusal: Error {
    let message: LocalizedText
  }

  private static func refusal(
    at level: ReviewLevel, on standing: EntryStanding
  ) -> LocalizedText {
    switch standing {
    case .returned:
      LocalizedText(
        zh: "已退回，等待调查员修改。", en: "It was returned and waits for the surveyor's correction.")
    case .conflict:
      LocalizedText(
        zh: "有冲突的修订：先用 central conflict resolve 处理，或退回由调查员处理。",
        en: """
          Revisions contend; decide with central conflict resolve, or return it, and the surveyor \
          will settle it.
          """)
    case .received:
      LocalizedText(zh: "县级尚未审核通过。", en: "The county has not passed it yet.")
    case .countyPassed:
      LocalizedText(zh: "县级已审核通过。", en: "The county has passed it already.")
    case .cityPassed:
      level == .county
        ? LocalizedText(
          zh: "市级已审核通过，只能由市级退回。", en: "The city has passed it; only the city can return it.")
        : LocalizedText(zh: "市级已审核通过。", en: "The city has passed it already.")
    }
  }
}
