import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus review return`.
struct ReviewReturn: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: "Return entries to the surveyor. 退回修改。",
    discussion: """
        hazcensus review return ENTRY --comment 照片不清 --field /photos=请补拍 --field /lon=核对经度
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Argument(help: "The entries. 记录编号。")
  var entries: [UniqueID]

  @Option(help: "What has to be mended. 退回意见。")
  var comment: String

  @Option(
    name: .customLong("field"),
    help: ArgumentHelp("A remark on one field. May be repeated. 字段意见。", valueName: "/field=text"))
  var fields: [String] = []

  @Option(help: "The level: county or city. 级别。")
  var level = ReviewLevel.county

  func run() async throws {
    let central = try place.access(global)
    let remarks = FieldRemarks(
      central: central, forms: try await FormsCommand.catalogue(global, at: central))
    let request = ReviewRequest(
      entries: entries, level: level, verdict: .return, comment: comment,
      fields: try await remarks.read(fields, for: entries))
    let outcome = try await Operations.review.call(request, at: central)
    try ReviewCommand.conclude(outcome, format: output.format, language: global.language)
  }
}
