import ArgumentParser
import CensusAPI
import CensusDomain
import CensusReports

/// `hazcensus indicator`: how the indicators of a project stand.
struct IndicatorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicator", abstract: "Values of a project's indicators. 绩效指标完成值。",
    subcommands: [IndicatorRecordCommand.self, IndicatorListCommand.self])

  static func print(_ list: IndicatorList, format: OutputFormat, language: Language) throws {
    let listing = Listing<IndicatorList.Item>(columns: [
      .init("id", LocalizedText(zh: "代号", en: "id")) { $0.id },
      .init("name", LocalizedText(zh: "指标", en: "indicator")) { $0.name },
      .init("target", LocalizedText(zh: "指标值", en: "target")) { $0.target },
      .init("value", LocalizedText(zh: "完成值", en: "value")) {
        $0.value ?? $0.missing?[language] ?? ""
      },
      .init("evidence", LocalizedText(zh: "由记录算出", en: "worked out from")) {
        $0.evidence ?? ""
      },
      .init("points", LocalizedText(zh: "分值", en: "points"), alignment: .trailing) { $0.points },
      .init("score", LocalizedText(zh: "得分", en: "score"), alignment: .trailing) {
        $0.score ?? "—"
      },
    ])
    try listing.print(list.indicators, format: format, language: language)
  }
}

extension DeviationReason: ExpressibleByArgument {}
extension TargetLikelihood: ExpressibleByArgument {}
