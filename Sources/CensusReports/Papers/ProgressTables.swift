import CensusDomain

/// The weekly paper's tables of progress: by township, by hazard, and each hazard in each township.
struct ProgressTables {
  let summary: ProgressSummary
  /// What a row's figures show to be wrong.
  let problems: (ProgressRow) -> [ProgressProblem]

  private var input: ProgressInput { summary.input }
  private var stage: Stage { input.terms.requiredStage }

  /// Each hazard in each township; nil where there is no object.
  var places: PaperSection? {
    guard !summary.places.isEmpty else { return nil }
    return section(
      "places", LocalizedText(zh: "分乡镇分灾种", en: "By township and hazard"),
      labels: [.init(Wording.town, width: 16), .init(Wording.hazard, width: 14)], summary.places
    ) { row in
      [
        .town(summary.name(of: row.town ?? "")),
        .label(row.hazard?.name ?? Wording.total),
      ]
    }
  }

  /// The townships; nil where there is no object.
  var towns: PaperSection? {
    guard !summary.towns.isEmpty else { return nil }
    return section(
      "townships", LocalizedText(zh: "分乡镇进度", en: "By township"),
      labels: [.init(Wording.townCode, width: 12), .init(Wording.town, width: 16)], summary.towns
    ) { row in
      [PaperCell(.code(row.town ?? ""), style: .label), .town(summary.name(of: row.town ?? ""))]
    }
  }

  /// The applicable hazards; nil where none applies.
  var hazards: PaperSection? {
    guard !summary.hazards.isEmpty else { return nil }
    return section(
      "hazards", LocalizedText(zh: "分灾种进度", en: "By hazard"),
      labels: [.init(Wording.hazardClass, width: 14), .init(Wording.hazard, width: 14)],
      summary.hazards
    ) { row in
      [
        .label(row.hazard?.hazardClass.name ?? Wording.total),
        .label(row.hazard?.name ?? Wording.total),
      ]
    }
  }

  private func section(
    _ id: String, _ title: LocalizedText, labels: [PaperTable.Column], _ rows: [ProgressRow],
    label: (ProgressRow) -> [PaperCell]
  ) -> PaperSection {
    let before = labels.count
    var table = PaperTable(
      labels + figureHeadings + [.init(Wording.problems, width: 34)])
    for row in rows {
      table.add(label(row) + figures(row, at: table.nextRow, before: before) + [remark(row)])
    }
    table.add(totals(table, before: before))
    return PaperSection(id: id, title: title, grid: table.grid)
  }

  private var figureHeadings: [PaperTable.Column] {
    [
      .figure(Wording.shouldSurvey, width: 8), .figure(Wording.recorded, width: 8),
      .figure(Wording.selfChecked, width: 8), .figure(Wording.received, width: 8),
      .figure(Wording.countyPassed, width: 9), .figure(Wording.cityPassed, width: 9),
      .figure(Wording.rate, width: 10), .figure(Wording.previousObjects, width: 9),
      .figure(Wording.previousDone, width: 9), .figure(Wording.previousRate, width: 11),
      .figure(Wording.change, width: 8), .figure(Wording.rateChange, width: 11),
      .figure(Wording.rank, width: 6),
    ]
  }

  /// Which of the figure columns counts the objects done.
  private var doneColumn: Int {
    switch stage {
    case .none: 0
    case .recorded: 1
    case .received: 3
    case .countyPassed: 4
    case .cityPassed: 5
    }
  }

  private func figures(_ row: ProgressRow, at line: Int, before: Int) -> [PaperCell] {
    func objects(_ stage: Stage, _ day: CivilDate) -> FigureSource {
      .objects(hazard: row.hazard, town: row.town, surveyor: nil, stage: stage, day: day)
    }
    let funnel = row.now.funnel
    let counts = [Stage.none, .recorded].map {
      PaperCell.figure(funnel.reached($0), objects($0, input.asOf))
    }
    let later = [Stage.received, .countyPassed, .cityPassed].map {
      PaperCell.figure(funnel.reached($0), objects($0, input.asOf))
    }
    let checked = PaperCell.figure(
      row.now.selfChecked,
      .selfChecked(hazard: row.hazard, town: row.town, day: input.asOf))
    return counts + [checked] + later
      + rates(
        row, at: line, before: before,
        previous: [
          .figure(row.previousRate.shouldSurvey, objects(.none, input.previous)),
          .figure(row.previousRate.done, objects(stage, input.previous)),
        ], style: .plain)
      + [PaperCell(row.rank.map { .code(String($0)) } ?? .none(Wording.nothing))]
  }

  /// The columns from the rate to its change.
  private func rates(
    _ row: ProgressRow, at line: Int, before: Int, previous: [PaperCell], style: PaperCell.Style
  ) -> [PaperCell] {
    func place(_ column: Int) -> CellPlace { CellPlace(row: line, column: before + column) }
    let target = input.terms.line.target
    func rate(_ ratio: Ratio?, _ done: Int, _ objects: Int) -> PaperCell {
      PaperCell(
        .rate(ratio, distinctFrom: target, orNone: Wording.unconfirmed), style: style,
        formula: .quotient(place(done), place(objects)))
    }
    let change = row.rateChange
    return [rate(row.rate.ratio, doneColumn, 0)] + previous
      + [
        rate(row.previousRate.ratio, 8, 7),
        PaperCell(
          .count(row.rate.done - row.previousRate.done), style: style,
          formula: .difference(place(doneColumn), place(8))),
        PaperCell(
          .rate(change, orNone: Wording.nothing), style: style,
          // Without both rates there is nothing to take a difference of.
          formula: change == nil ? nil : .difference(place(6), place(9))),
      ]
  }

  private func remark(_ row: ProgressRow) -> PaperCell {
    let found = problems(row)
    return PaperCell(found.isEmpty ? .empty : .text(found.line))
  }

  private func totals(_ table: PaperTable, before: Int) -> [PaperCell] {
    let total = summary.total
    func sum(_ count: Int, _ column: Int) -> PaperCell {
      table.sum(.count(count), of: before + column)
    }
    let funnel = total.now.funnel
    let counts = [
      funnel.shouldSurvey, funnel.recorded, total.now.selfChecked, funnel.received,
      funnel.countyPassed, funnel.cityPassed,
    ]
    return [PaperCell(.text(Wording.total), style: .total, columnSpan: before)]
      + counts.enumerated().map { sum($1, $0) }
      + rates(
        total, at: table.nextRow, before: before,
        previous: [
          sum(total.previousRate.shouldSurvey, 7), sum(total.previousRate.done, 8),
        ], style: .total)
      + [PaperCell(.empty, style: .total), remark(total)]
  }
}
