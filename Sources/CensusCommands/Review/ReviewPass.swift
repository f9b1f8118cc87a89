import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus review pass`.
struct ReviewPass: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pass", abstract: "Pass entries. 审核通过。",
    discussion: "Names entries, or with --all those that wait and fit the filter.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions
  @OptionGroup var filter: EntryFilter

  @Argument(help: "The entries. 记录编号。")
  var entries: [UniqueID] = []

  @Flag(help: "All that wait and fit the filter. 全部待审的。")
  var all = false

  @Option(help: "The level: county or city. 级别。")
  var level = ReviewLevel.county

  @Option(help: "A remark. 意见。")
  var comment = ""

  func validate() throws {
    guard entries.isEmpty == all else {
      throw ValidationError("Name entries, or give --all. 请写明记录编号，或用 --all。")
    }
  }

  func run() async throws {
    let waiting: EntryStanding = level == .county ? .received : .countyPassed
    let request = ReviewRequest(
      entries: entries, query: all ? filter.query(standing: waiting, limit: .max) : nil,
      level: level, verdict: .pass, comment: comment, fields: [])
    let outcome = try await Operations.review.call(request, at: try place.access(global))
    try ReviewCommand.conclude(outcome, format: output.format, language: global.language)
  }
}
