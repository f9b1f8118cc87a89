import CensusDomain

extension Evaluation {
  /// The self-evaluation (绩效自评表) in the layout of a published one of 2022 (domain notes, S26).
  public var section: PaperSection {
    PaperSection(
      id: "evaluation", title: LocalizedText(zh: "绩效自评表", en: "Self-evaluation"),
      grid: PaperGrid(
        columns: [
          .init(width: 12), .init(width: 18), .init(width: 22), .init(width: 18),
          .init(width: 18), .init(width: 10, alignment: .trailing),
          .init(width: 12, alignment: .trailing), .init(width: 30),
        ], headingRows: 1,
        rows: headRows + moneyRows + goalRows + [headings] + indicatorRows + [totalRow]),
      remarks: remarks)
  }

  private var project: PerformanceProject { input.project }

  private var headRows: [[PaperCell]] {
    [
      [
        PerformanceWording.label(PerformanceWording.name),
        PerformanceWording.typed(project.name, columns: 7),
      ],
      [
        PerformanceWording.label(PerformanceWording.department),
        PerformanceWording.typed(project.department, columns: 3),
        PerformanceWording.label(PerformanceWording.unit),
        PerformanceWording.typed(project.unit, columns: 3),
      ],
    ]
  }

  /// The row of all money; below it stand where the money comes from.
  private static let money = 3
  private static let budgetScore = CellPlace(row: money, column: 7)

  private var moneyRows: [[PaperCell]] {
    let parts = [(Evaluation.money + 1), (Evaluation.money + 2), (Evaluation.money + 3)]
    func sum(_ column: Int) -> PaperFormula {
      .sum(parts.map { CellPlace(row: $0, column: column) })
    }
    func budget(_ amount: Fen, _ member: String, at row: Int) -> [PaperCell] {
      [
        PaperCell(
          .money(amount, .tenThousandYuan), source: project.stated("/budget/\(member)/fen")),
        // No change of the budget is on record, so that the year's is what it began with.
        PaperCell(
          .money(amount, .tenThousandYuan), formula: .sum([CellPlace(row: row, column: 2)])),
      ]
    }
    func part(_ zh: String, _ en: String, _ figures: [PaperCell]) -> [PaperCell] {
      [PaperCell(.text(LocalizedText(zh: zh, en: en)), style: .label)] + figures
        + [PaperCell(.empty, columnSpan: 4)]
    }
    let total = project.budget.total.fen
    return [
      [
        PerformanceWording.label(
          LocalizedText(zh: "项目资金（万元）", en: "Money (10,000 yuan)"), rows: 5),
        .heading(LocalizedText(verbatim: "")), .heading(PerformanceWording.budgetOfYear),
        .heading(LocalizedText(zh: "全年预算数", en: "Budget of the year")),
        .heading(LocalizedText(zh: "全年执行数", en: "Paid")), .heading(PerformanceWording.weight),
        .heading(PerformanceWording.rate), .heading(PerformanceWording.score),
      ],
      [
        PaperCell(.text(LocalizedText(zh: "年度资金总额", en: "All money")), style: .label),
        PaperCell(.money(total, .tenThousandYuan), formula: sum(2)),
        PaperCell(.money(total, .tenThousandYuan), formula: sum(3)),
        paid(input.executed, input.executionSource),
        PaperCell(
          .decimal(project.scoring.budget.text), source: project.stated("/scoring/points/budget")),
        rate(total), cell(self.budget, PerformanceProject.execution),
      ],
      part("其中：当年财政拨款", "Fiscal funds", budget(project.budget.fiscal.fen, "fiscal", at: 4)),
      part("上年结转资金", "Carried over", [.init(.empty), .init(.empty)]),
      part("其他资金", "Other funds", budget(project.budget.other.fen, "other", at: 6)),
    ]
  }

  private func paid(_ amount: Fen?, _ source: FigureSource) -> PaperCell {
    guard let amount else {
      return PaperCell(.none(LocalizedText(zh: "未登记", en: "Not recorded")), style: .alarm)
    }
    return PaperCell(.money(amount, .tenThousandYuan), source: source)
  }

  private func rate(_ total: Fen) -> PaperCell {
    guard let executed = input.executed else { return PaperCell(.empty) }
    return PaperCell(
      .rate(Ratio(executed.value, over: total.value), orNone: PerformanceWording.noBudget),
      formula: .quotient(
        CellPlace(row: Evaluation.money, column: 4), CellPlace(row: Evaluation.money, column: 3)))
  }

  private func cell(_ score: IndicatorScore, _ indicator: String) -> PaperCell {
    switch score {
    case .scored(let points):
      PaperCell(
        .decimal(points.text),
        source: .indicator(project: project.id, indicator: indicator, to: input.asOf))
    case .notScored(let reason): PaperCell(.none(reason), style: .alarm)
    }
  }

  private var goalRows: [[PaperCell]] {
    [
      [
        PerformanceWording.label(LocalizedText(zh: "年度总体目标", en: "Goal of the year"), rows: 2),
        .heading(LocalizedText(zh: "预期目标", en: "Expected"), columnSpan: 3),
        .heading(LocalizedText(zh: "实际完成情况", en: "Reached"), columnSpan: 4),
      ],
      [
        PerformanceWording.typed(
          project.goals.map(\.text).joined(separator: "\n"), columns: 3),
        PerformanceWording.typed(input.achievements, columns: 4),
      ],
    ]
  }

  private var headings: [PaperCell] {
    [
      .heading(PerformanceWording.level1), .heading(PerformanceWording.level2),
      .heading(PerformanceWording.level3), .heading(PerformanceWording.yearValue),
      .heading(LocalizedText(zh: "实际完成值", en: "Value reached")),
      .heading(PerformanceWording.weight), .heading(PerformanceWording.score),
      .heading(LocalizedText(zh: "偏差原因分析及改进措施", en: "Reasons and measures")),
    ]
  }

  /// The row of the first indicator.
  private static let first = 10

  private var indicatorRows: [[PaperCell]] {
    zip(rows, IndicatorLevels.cells(project.indicators)).enumerated().map { index, pair in
      let (row, levels) = pair
      return levels + [
        PerformanceWording.typed(row.indicator.level3),
        PerformanceWording.typed(
          row.indicator.target.text, source: project.stated("/indicators/\(index)/target")),
        PaperCell(
          row.standing.actual.value(for: row.indicator.target), source: row.standing.source),
        PaperCell(
          .decimal(row.weight.text), source: project.stated("/indicators/\(index)/points")),
        cell(row.score, row.indicator.id), PerformanceWording.typed(row.explanation),
      ]
    }
  }

  private var totalRow: [PaperCell] {
    func sum(_ column: Int, _ places: [CellPlace]) -> PaperFormula {
      .sum(places + rows.indices.map { CellPlace(row: Evaluation.first + $0, column: column) })
    }
    // Rows that are not scored hold a reason and no number.
    let scored = rows.indices.filter { rows[$0].score.points != nil }.map {
      CellPlace(row: Evaluation.first + $0, column: 6)
    }
    return [
      PaperCell(
        .text(LocalizedText(zh: "总分", en: "Total")), style: .total, columnSpan: 5,
        alignment: .center),
      PaperCell(
        .decimal(project.scoring.total.text), style: .total,
        formula: sum(5, [CellPlace(row: Evaluation.money, column: 5)])),
      PaperCell(
        .decimal(total.text), style: .total,
        formula: .sum((budget.points == nil ? [] : [Evaluation.budgetScore]) + scored)),
      PaperCell(
        .text(
          grade?.name
            ?? LocalizedText(
              zh: "有 \(unscored.text) 分未评，暂不评级",
              en: "\(unscored.text) points are not judged; no grade yet")),
        style: grade == nil ? .alarm : .total),
    ]
  }
}

extension Evaluation.Row {
  /// What was said of the indicator, after the class of the reason.
  var explanation: String {
    [standing.reason?.name.zh, standing.note.isEmpty ? nil : standing.note].compactMap { $0 }
      .joined(separator: "：")
  }
}
