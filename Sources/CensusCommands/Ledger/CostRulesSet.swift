import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus cost rules set`.
struct CostRulesSet: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Replace the list by a CSV file's. 以 CSV 文件替换清单。",
    discussion: """
      Columns: word, publicity (yes, no or ask), reason. Lines that are in the ledger keep their tags.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Argument(help: "The CSV file. 文件。")
  var file: String

  func run() async throws {
    let list = try await Operations.costRules.call(
      CostRulesChange(rules: try LedgerFile.rules(file)), at: try place.access(global))
    try CostRulesCommand.print(list, format: output.format, language: global.language)
  }
}
