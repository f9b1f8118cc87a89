import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus report show`.
struct ReportShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Write an issued paper again, in any format. 重新输出已出的报表。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var place: CentralOptions
  @OptionGroup var files: PaperFileOptions

  @Argument(help: "The paper's number. 报表编号。")
  var number: String

  func run() async throws {
    try files.check()
    let document = try await Operations.showPaper.call(
      PaperReference(number: number), at: try place.access(global))
    try files.write(document, global)
  }
}
