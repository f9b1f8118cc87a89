import CensusDomain

extension CostReport {
  /// The report's tables: summary and, where something was spent, months.
  public func textTables(language: Language) -> [TextTable] {
    let facts = headline(language: language) + facts(language: language)
    let alarms = alarms.map { [language == .zh ? "预警" : "Alarm", $0.name[language]] }
    let summary = TextTable(
      title: LocalizedText(zh: "普查费用（截至 \(asOf)）", en: "Census cost as of \(asOf)"),
      columns: [.init(Wording.item), .init(Wording.value)],
      rows: facts.map { [$0.label, $0.value] } + alarms + [
        [language == .zh ? "数据快照" : "Snapshot", snapshot]
      ])
    return [summary, monthTable(language: language)].filter { !$0.rows.isEmpty }
  }

  /// All tables as one text.
  public func text(language: Language) -> String {
    textTables(language: language).map { $0.render(language: language) }.joined(separator: "\n")
  }

  func monthTable(language: Language) -> TextTable {
    TextTable(
      title: LocalizedText(zh: "分月支出", en: "Spending by month"),
      columns: [
        .init(Wording.month), .init(Wording.spending, alignment: .trailing),
        .init(Wording.publicity, alignment: .trailing),
      ],
      rows: months.map { [$0.month, $0.total.groupedYuan, $0.publicity.groupedYuan] },
      footer: [Wording.total[language], total.groupedYuan, publicity.groupedYuan])
  }
}
