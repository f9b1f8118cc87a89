import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus activity list`.
struct ActivityListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List activities. 查看活动。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Option(help: "The first day. 起始日期。")
  var from: CivilDate?
  @Option(help: "The last day. 截止日期。")
  var to: CivilDate?

  func run() async throws {
    let list = try await Operations.listActivities.call(
      LedgerQuery(from: from, to: to), at: try place.access(global))
    try ActivityCommand.print(list, format: output.format, language: global.language)
  }
}
