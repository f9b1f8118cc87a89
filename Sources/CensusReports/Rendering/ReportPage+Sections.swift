import CensusDomain

extension ReportPage.Section {
  /// The completion figures with their chart and tables.
  init(_ report: CompletionReport, language: Language) {
    let top = report.headline(language: language)
    heading = language == .zh ? "调查完成情况" : "Completion"
    headline = top[0]
    others = Array(top.dropFirst())
    facts = report.facts(language: language)
    alarms = []
    // The table of hazards comes before the chart, because it then fits the first page.
    mainTables = ReportPage.Section.tables([report.hazardTable(language: language)], language)
    charts = report.hazards.isEmpty ? [] : [CompletionChart(report, language: language)]
    tables = ReportPage.Section.tables(
      [
        report.classTable(language: language), report.townshipTable(language: language),
        report.surveyorTable(language: language), report.excludedTable(language: language),
      ], language)
  }

  /// The cost figures with the months.
  init(_ report: CostReport, language: Language) {
    let top = report.headline(language: language)
    heading = language == .zh ? "普查费用" : "Census cost"
    headline = top[0]
    others = Array(top.dropFirst())
    facts = report.facts(language: language)
    alarms = report.alarms.map { $0.name[language] }
    mainTables = ReportPage.Section.tables([report.monthTable(language: language)], language)
    charts = []
    tables = []
  }

  private static func tables(_ tables: [TextTable], _ language: Language) -> [HTMLTable] {
    tables.filter { !$0.rows.isEmpty }.map { HTMLTable($0, language: language) }
  }
}
