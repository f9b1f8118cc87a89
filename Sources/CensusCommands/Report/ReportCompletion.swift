import ArgumentParser
import CensusAPI

/// `hazcensus report completion`.
struct ReportCompletion: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completion", abstract: "Completion by hazard, class, township, surveyor. 完成率。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var place: CentralOptions
  @OptionGroup var options: ReportOptions

  func run() async throws { try await options.make(.completion, global, place) }
}
