import ArgumentParser
import CensusAPI
import CensusDomain
import CensusReports

/// `hazcensus indicator list`.
struct IndicatorListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "How a project's indicators stand. 查看指标完成情况。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Argument(help: "The project. 项目代号。")
  var project: String
  @Option(help: ArgumentHelp("The day; default today. 截止日期。", valueName: "YYYY-MM-DD"))
  var asOf: CivilDate?
  @Flag(help: "What was recorded, instead of how the indicators stand. 查看登记记录。")
  var records = false

  func run() async throws {
    let list = try await Operations.listIndicators.call(
      IndicatorQuery(project: project, asOf: asOf), at: try place.access(global))
    guard records else {
      return try IndicatorCommand.print(list, format: output.format, language: global.language)
    }
    let language = global.language
    let listing = Listing<IndicatorRecord>(columns: [
      .init("date", LocalizedText(zh: "日期", en: "date")) { $0.date.description },
      .init("indicator", LocalizedText(zh: "指标", en: "indicator")) { $0.indicator },
      .init("value", LocalizedText(zh: "完成值", en: "value")) { $0.value },
      .init("forecast", LocalizedText(zh: "全年预计", en: "forecast")) { $0.forecast },
      .init("reason", LocalizedText(zh: "偏差原因", en: "reason")) {
        $0.reason?.name[language] ?? ""
      },
      .init("likelihood", LocalizedText(zh: "可能性", en: "likelihood")) {
        $0.likelihood?.name[language] ?? ""
      },
      .init("note", LocalizedText(zh: "说明", en: "note")) { $0.note },
      .init("attachment", LocalizedText(zh: "佐证", en: "attachment")) { $0.attachment },
    ])
    try listing.print(list.records, format: output.format, language: language)
  }
}
