import ArgumentParser
import CensusAPI
import CensusDomain
import Foundation

/// `hazcensus report`: the figures for the city census office and for finance.
struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Completion and cost at a glance; numbered papers to hand over. 报表。",
    subcommands: [
      ReportCompletion.self, ReportCost.self, ReportIssue.self, ReportList.self, ReportShow.self,
      ReportTrace.self, ReportVerify.self,
    ])
}

/// What both reports have in common.
struct ReportOptions: ParsableArguments {
  @Option(help: "Output: table, json, csv or html (prints on A4). 输出格式。")
  var format = ReportRequest.Format.table

  @Option(
    help: ArgumentHelp(
      "The day whose end is reported; default today. 截止日期。", valueName: "YYYY-MM-DD"))
  var asOf: CivilDate?

  @Option(help: ArgumentHelp("Write to this file instead. 输出文件。", valueName: "file"))
  var output: String?

  func make(
    _ kind: ReportRequest.Kind, _ global: GlobalOptions, _ place: CentralOptions
  ) async throws {
    let request = ReportRequest(
      kind: kind, asOf: asOf, format: format, language: global.language)
    let document = try await Operations.report.call(request, at: try place.access(global))
    guard let output else { return Console.data(document.text) }
    do {
      try Data(document.text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
    } catch {
      throw CensusError(
        .cannotCreate, zh: "无法写入 \(output)：\(error.localizedDescription)。",
        en: "\(output) cannot be written: \(error.localizedDescription).")
    }
    Console.say(LocalizedText(zh: "已写入 \(output)", en: "written to \(output)"), global.language)
  }
}

extension ReportRequest.Format: ExpressibleByArgument {}
