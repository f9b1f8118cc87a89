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
    let request = ReviewRequest(
      entries: entries, level: level, verdict: .return, comment: comment,
      fields: try fields.map(ReviewReturn.comment))
    let outcome = try await Operations.review.call(request, at: try place.access(global))
    try ReviewCommand.conclude(outcome, format: output.format, language: global.language)
  }

  private static func comment(_ word: String) throws(CensusError) -> FieldComment {
    let parts = word.split(separator: "=", maxSplits: 1)
    guard parts.count == 2 else {
      throw CensusError(
        .usage, zh: "--field 的写法是 /字段=意见：“\(word)”。",
        en: "--field is written /field=text: “\(word)”.")
    }
    let name = String(parts[0])
    return FieldComment(
      pointer: name.hasPrefix("/") ? name : "/" + name, comment: String(parts[1]))
  }
}
