import ArgumentParser
import CensusAPI
import CensusDomain
import Foundation

/// `hazcensus qc report`.
struct QualityReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "The check table of a draw. 质检核查表。",
    discussion: """
      Error rates and results by township, by form and in all. Method and limit are settings (hazcensus central
      settings --quality-method, --quality-limit); neither is confirmed by a document.
      差错率与核查结果；算法和界限为设置，未经文件证实。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var place: CentralOptions

  @Argument(help: "The draw's number; default the newest. 抽样编号，默认最近一次。")
  var draw: Int?
  @Option(help: "Output: table, json or csv. 输出格式。")
  var format = QualityReportRequest.Format.table
  @Option(help: ArgumentHelp("Write to this file instead. 输出文件。", valueName: "file"))
  var output: String?

  func run() async throws {
    let document = try await Operations.reportQuality.call(
      QualityReportRequest(draw: draw, format: format, language: global.language),
      at: try place.access(global))
    guard let output else { return Console.data(document.text) }
    do {
      try Data(document.text.utf8).write(to: URL(fileURLWithPath: output), options: .atomic)
    } catch {
      throw CensusError(
        .cannotCreate, zh: "无法写入 \(output)：\(error.localizedDescription)。",
        en: "\(output) cannot be written: \(error.localizedDescription).",
        remedy: LocalizedText(zh: "换一个可写的位置。", en: "Give another place."))
    }
    Console.say(LocalizedText(zh: "已写入 \(output)", en: "written to \(output)"), global.language)
  }
}

extension QualityReportRequest.Format: ExpressibleByArgument {}
