import ArgumentParser
import CensusAPI
import CensusDomain
import CensusReports

/// `hazcensus review`: the coordinator's decisions.
struct ReviewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review", abstract: "Pass or return entries. 审核。",
    discussion: """
      What is returned reaches the surveyor's device at its next sync, with the comments.
      退回的记录连同意见在下次同步时到达调查员的设备。
      """,
    subcommands: [ReviewList.self, ReviewShow.self, ReviewPass.self, ReviewReturn.self])

  /// Says what came of a review, and fails where an entry was refused.
  static func conclude(
    _ outcome: ReviewOutcome, format: OutputFormat, language: Language
  ) throws {
    try Particulars.print(
      outcome,
      [
        (LocalizedText(zh: "已审核", en: "reviewed"), String(outcome.reviewed.count)),
        (LocalizedText(zh: "未能审核", en: "refused"), String(outcome.refused.count)),
      ], format: format, language: language)
    for refusal in outcome.refused {
      Console.say(
        LocalizedText(
          zh: "\(refusal.entry)：\(refusal.message.zh)",
          en: "\(refusal.entry): \(refusal.message.en)"),
        language)
    }
    guard outcome.refused.isEmpty else {
      throw CensusError(
        .invalidData, zh: "有 \(outcome.refused.count) 条未能审核，原因见上。",
        en: "\(outcome.refused.count) entries were not reviewed, for the reasons above.")
    }
  }
}
