import ArgumentParser
import CensusAPI

/// `hazcensus report cost`.
struct ReportCost: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cost", abstract: "Spending and the publicity-cost ratio. 费用与宣传费用比例。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var place: CentralOptions
  @OptionGroup var options: ReportOptions

  func run() async throws { try await options.make(.cost, global, place) }
}
