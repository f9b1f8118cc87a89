import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus activity import`.
struct ActivityImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Record activities from CSV. 导入活动。",
    discussion:
      "Columns: kind, date, title, organiser, place, townCode, count, satisfied, valid, note.")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Argument(help: "The CSV file. 文件。")
  var file: String

  func run() async throws {
    let list = try await Operations.addActivities.call(
      ActivityRequest(activities: try LedgerFile.activities(file)),
      at: try place.access(global))
    try ActivityCommand.print(list, format: output.format, language: global.language)
  }
}
