import CensusDomain

extension PerformanceProject {
  /// The performance sheet (绩效目标表), cell by cell as the bureau writes it.
  public var targetSection: PaperSection {
    PaperSection(
      id: "target", title: LocalizedText(zh: "绩效目标表", en: "Performance targets"),
      grid: PaperGrid(
        columns: [12, 14, 22, 20, 20, 16, 24].map { PaperGrid.Column(width: $0) }, headingRows: 1,
        rows: [nameRow] + budgetRows + planRows + goalRows + [indicatorHeadings] + indicatorRows))
  }

  /// A value of the project's file.
  func stated(_ pointer: String) -> FigureSource {
    .project(project: id, year: year, pointer: pointer)
  }

  private var nameRow: [PaperCell] {
    [
      PerformanceWording.label(PerformanceWording.code),
      code.isEmpty ? PaperCell(.empty, columnSpan: 2) : PaperCell(.code(code), columnSpan: 2),
      PerformanceWording.label(PerformanceWording.name),
      PerformanceWording.typed(name, columns: 3),
    ]
  }

  private var budgetRows: [[PaperCell]] {
    func amount(_ zh: String, _ en: String, _ amount: ProjectBudget.Amount, _ member: String)
      -> [PaperCell]
    {
      [
        PerformanceWording.label(LocalizedText(zh: zh, en: en)),
        PerformanceWording.typed(amount.text, source: stated("/budget/\(member)")),
      ]
    }
    return [
      [
        PerformanceWording.label(
          LocalizedText(zh: "预算规模及资金用途", en: "Budget and its purpose"), rows: 2)
      ] + amount("预算数", "Budget", budget.total, "total")
        + amount("其中：财政资金", "Of it fiscal funds", budget.fiscal, "fiscal")
        + amount("其他资金", "Other funds", budget.other, "other"),
      [PerformanceWording.typed(budget.purpose, columns: 6)],
    ]
  }

  private var planRows: [[PaperCell]] {
    // Six columns are shared out among the days, the wider ones first.
    let spans = plan.indices.map { 6 / plan.count + ($0 < 6 % plan.count ? 1 : 0) }
    let heading = PerformanceWording.label(
      LocalizedText(zh: "资金支出计划（%）", en: "Payment plan (%)"), rows: 2)
    let labels = zip(plan, spans).map { step, span in
      PaperCell(.typed(step.label), style: .heading, columnSpan: span, alignment: .center)
    }
    let shares = zip(plan, spans).enumerated().map { index, step in
      PaperCell(
        step.0.percent.map { .count($0) } ?? .empty, columnSpan: step.1, alignment: .center,
        source: step.0.percent == nil ? nil : stated("/plan/\(index)/percent"))
    }
    return [[heading] + labels, shares]
  }

  private var goalRows: [[PaperCell]] {
    goals.enumerated().map { index, goal in
      (index == 0
        ? [
          PerformanceWording.label(
            LocalizedText(zh: "绩效目标", en: "Goals"), rows: goals.count)
        ] : []) + [
          PaperCell(.typed(goal.label), style: .label),
          PerformanceWording.typed(goal.text, columns: 5),
        ]
    }
  }

  private var indicatorHeadings: [PaperCell] {
    [
      .heading(PerformanceWording.level1), .heading(PerformanceWording.level2),
      .heading(PerformanceWording.level3), .heading(PerformanceWording.description, columnSpan: 2),
      .heading(PerformanceWording.value), .heading(PerformanceWording.basis),
    ]
  }

  private var indicatorRows: [[PaperCell]] {
    zip(indicators, IndicatorLevels.cells(indicators)).enumerated().map { index, row in
      let (indicator, levels) = row
      return levels + [
        PerformanceWording.typed(indicator.level3),
        PerformanceWording.typed(indicator.description, columns: 2),
        PerformanceWording.typed(
          indicator.target.text, source: stated("/indicators/\(index)/target")),
        PerformanceWording.typed(indicator.basis),
      ]
    }
  }
}
