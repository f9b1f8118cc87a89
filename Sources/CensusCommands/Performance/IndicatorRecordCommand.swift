import ArgumentParser
import CensusAPI
import CensusDomain
import Foundation

/// `hazcensus indicator record`.
struct IndicatorRecordCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record an indicator's value or what explains it. 登记指标值及说明。",
    discussion: """
      A number is given in the target's unit, without it. A qualitative target is judged: achieved, achieved:95,
      partly:70 or missed:30, in percent of its points (达成、达成:95、部分达成:70、未达成:30). INDICATOR may also be
      `execution`, what was paid in 10,000 yuan, or `goals`, the year's achievements in words. A correction is a
      further record of the same day.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Argument(help: "The project. 项目代号。")
  var project: String
  @Argument(help: "The indicator. 指标代号。")
  var indicator: String
  @Option(help: "The value. 完成值。")
  var value = ""
  @Option(help: "The day, YYYY-MM-DD. 日期。")
  var date: CivilDate
  @Option(help: "What is expected by the end of the year. 全年预计。")
  var forecast = ""
  @Option(help: "The class of the reason for a deviation. 偏差原因类别。")
  var reason: DeviationReason?
  @Option(help: "Whether the target can be reached. 完成目标可能性。")
  var likelihood: TargetLikelihood?
  @Option(help: "Explanation and measures. 说明及改进措施。")
  var note = ""
  @Option(
    help: ArgumentHelp(
      "A file that proves it; its name and SHA-256 are recorded. 佐证文件。", valueName: "file"))
  var attachment: String?

  func run() async throws {
    var record = IndicatorRecord(
      project: project, indicator: indicator, date: date, value: value, forecast: forecast,
      reason: reason, likelihood: likelihood, note: note)
    if let attachment {
      record.attachment = URL(filePath: attachment).lastPathComponent
      record.attachmentHash = ContentHash.sha256(of: try InputFile.read(attachment))
    }
    let list = try await Operations.recordIndicator.call(record, at: try place.access(global))
    try IndicatorCommand.print(list, format: output.format, language: global.language)
  }
}
