import ArgumentParser
import CensusAPI

/// `hazcensus cost rules list`.
struct CostRulesList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what counts as publicity. 查看清单。",
    discussion: "With --format csv the output is a file that `set` takes. CSV 输出可改后再导入。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  func run() async throws {
    let list = try await Operations.costRules.call(
      CostRulesChange(), at: try place.access(global))
    try CostRulesCommand.print(list, format: output.format, language: global.language)
  }
}
