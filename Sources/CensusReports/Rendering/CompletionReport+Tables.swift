import CensusDomain

extension CompletionReport {
  /// The report's tables: summary, hazards, classes, townships, surveyors, excluded hazards.
  ///
  /// Tables without rows are left out.
  public func textTables(language: Language) -> [TextTable] {
    let tables = [
      summaryTable(language: language), hazardTable(language: language),
      classTable(language: language), townshipTable(language: language),
      surveyorTable(language: language), excludedTable(language: language),
    ]
    return tables.filter { !$0.rows.isEmpty }
  }

  /// All tables as one text.
  public func text(language: Language) -> String {
    textTables(language: language).map { $0.render(language: language) }.joined(separator: "\n")
  }

  private func summaryTable(language: Language) -> TextTable {
    let facts = headline(language: language) + facts(language: language)
    return TextTable(
      title: LocalizedText(
        zh: "\(districtName) 调查完成情况（截至 \(asOf)）",
        en: "\(districtName): completion as of \(asOf)"),
      columns: [.init(Wording.item), .init(Wording.value)],
      rows: facts.map { [$0.label, $0.value] } + [
        [language == .zh ? "数据快照" : "Snapshot", snapshot]
      ])
  }

  func hazardTable(language: Language) -> TextTable {
    TextTable(
      title: LocalizedText(zh: "分灾种进度", en: "By hazard"),
      columns: [.init(Wording.hazardClass), .init(Wording.hazard)] + CompletionReport.counts
        + [.init(Wording.verdict)],
      rows: hazards.map { row in
        [row.hazard.hazardClass.name[language], row.hazard.name[language]]
          + cells(row.funnel, row.rate) + [row.verdict.name[language]]
      },
      footer: [Wording.total[language], ""] + cells(total, pooled) + [verdict.name[language]])
  }

  func classTable(language: Language) -> TextTable {
    TextTable(
      title: LocalizedText(zh: "分灾害类别进度", en: "By class"),
      columns: [.init(Wording.hazardClass)] + CompletionReport.counts + [.init(Wording.verdict)],
      rows: classes.map { row in
        [row.hazardClass.name[language]] + cells(row.funnel, row.rate)
          + [row.verdict.name[language]]
      },
      footer: [Wording.total[language]] + cells(total, pooled) + [verdict.name[language]])
  }

  func townshipTable(language: Language) -> TextTable {
    TextTable(
      title: LocalizedText(zh: "分乡镇（街道）进度", en: "By township"),
      columns: [.init(Wording.townCode), .init(Wording.town)] + CompletionReport.counts,
      rows: townships.map { row in
        [row.town, row.name.isEmpty ? Wording.unnamed[language] : row.name]
          + cells(row.funnel, row.rate)
      },
      footer: [Wording.total[language], ""] + cells(total, pooled))
  }

  func surveyorTable(language: Language) -> TextTable {
    let headings = [
      Wording.recorded, Wording.received, Wording.countyPassed, Wording.cityPassed,
    ]
    return TextTable(
      title: LocalizedText(zh: "分调查员进度", en: "By surveyor"),
      columns: [.init(Wording.surveyor)] + headings.map { .init($0, alignment: .trailing) },
      rows: surveyors.map { row in
        [row.surveyor.isEmpty ? Wording.unnamed[language] : row.surveyor]
          + [row.recorded, row.received, row.countyPassed, row.cityPassed].map(String.init)
      },
      footer: [Wording.total[language]]
        + [total.recorded, total.received, total.countyPassed, total.cityPassed].map(String.init))
  }

  func excludedTable(language: Language) -> TextTable {
    TextTable(
      title: LocalizedText(zh: "不计入的灾种", en: "Hazards not counted"),
      columns: [
        .init(Wording.hazard), .init(Wording.objects, alignment: .trailing), .init(Wording.reason),
      ],
      rows: notApplicable.map { row in
        [row.name[language], String(row.inventoryObjects), row.reason[language]]
      })
  }

  private static let counts: [TextTable.Column] = [
    Wording.shouldSurvey, Wording.recorded, Wording.received, Wording.countyPassed,
    Wording.cityPassed, Wording.rate,
  ].map { .init($0, alignment: .trailing) }

  private func cells(_ funnel: Funnel, _ rate: CompletionRate) -> [String] {
    Stage.allCases.map { String(funnel.reached($0)) } + [rate.percent ?? Wording.none]
  }
}
