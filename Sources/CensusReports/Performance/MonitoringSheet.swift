import CensusDomain

extension Monitoring {
  /// The monitoring sheet (绩效运行监控表): money, and each indicator with its forecast, deviation and likelihood.
  ///
  /// The columns are those of 财预〔2019〕136号 (unverified), with the classes of reasons and of likelihood in words
  /// instead of one column each.
  public var section: PaperSection {
    PaperSection(
      id: "monitoring", title: LocalizedText(zh: "绩效运行监控表", en: "Monitoring of targets"),
      grid: PaperGrid(
        columns: [
          .init(width: 12), .init(width: 16), .init(width: 22), .init(width: 16),
          .init(width: 18), .init(width: 18), .init(width: 14), .init(width: 14),
          .init(width: 12), .init(width: 26),
        ], headingRows: 1,
        rows: headRows + moneyRows + [headings] + indicatorRows),
      remarks: remarks)
  }

  private var project: PerformanceProject { input.project }

  private var headRows: [[PaperCell]] {
    [
      [
        PerformanceWording.label(PerformanceWording.name),
        PerformanceWording.typed(project.name, columns: 9),
      ],
      [
        PerformanceWording.label(PerformanceWording.department),
        PerformanceWording.typed(project.department, columns: 4),
        PerformanceWording.label(PerformanceWording.unit),
        PerformanceWording.typed(project.unit, columns: 4),
      ],
    ]
  }

  private var moneyRows: [[PaperCell]] {
    let budget = project.budget.total.fen
    let row = 3
    func rate(_ amount: Fen?, column: Int) -> PaperCell {
      guard let amount else { return PaperCell(.empty, columnSpan: 2) }
      return PaperCell(
        .rate(Ratio(amount.value, over: budget.value), orNone: PerformanceWording.noBudget),
        columnSpan: 2,
        formula: .quotient(CellPlace(row: row, column: column), CellPlace(row: row, column: 1)))
    }
    func money(_ amount: Fen?, _ source: FigureSource) -> PaperCell {
      guard let amount else {
        return PaperCell(.none(LocalizedText(zh: "未登记", en: "Not recorded")), style: .alarm)
      }
      return PaperCell(.money(amount, .tenThousandYuan), source: source)
    }
    return [
      [
        PerformanceWording.label(
          LocalizedText(zh: "资金（万元）", en: "Money (10,000 yuan)"), rows: 2),
        .heading(PerformanceWording.budgetOfYear),
        .heading(LocalizedText(zh: "支付计划应付数", en: "Due by the plan")),
        .heading(LocalizedText(zh: "监控期执行数", en: "Paid")),
        .heading(PerformanceWording.rate, columnSpan: 2),
        .heading(LocalizedText(zh: "全年预计执行数", en: "Expected by the end"), columnSpan: 2),
        .heading(LocalizedText(zh: "预计执行率", en: "Expected execution"), columnSpan: 2),
      ],
      [
        PaperCell(
          .money(budget, .tenThousandYuan), source: project.stated("/budget/total/fen")),
        PaperCell(.money(due.amount, .tenThousandYuan), source: project.stated("/plan")),
        money(input.executed, input.executionSource),
        rate(input.executed, column: 3),
        {
          var cell = money(executionForecast, input.executionSource)
          cell.columnSpan = 2
          return cell
        }(),
        rate(executionForecast, column: 6),
      ],
    ]
  }

  private var headings: [PaperCell] {
    [
      PerformanceWording.level1, PerformanceWording.level2, PerformanceWording.level3,
      PerformanceWording.yearValue, LocalizedText(zh: "监控期执行情况", en: "Value so far"),
      LocalizedText(zh: "全年预计完成情况", en: "Expected by the end"),
      LocalizedText(zh: "偏差", en: "Deviation"), LocalizedText(zh: "偏差原因", en: "Class of reason"),
      LocalizedText(zh: "完成目标可能性", en: "Likelihood"), LocalizedText(zh: "备注", en: "Remark"),
    ].map { .heading($0) }
  }

  private var indicatorRows: [[PaperCell]] {
    zip(rows, IndicatorLevels.cells(project.indicators)).enumerated().map { index, pair in
      let (row, levels) = pair
      let source = row.standing.source
      return levels + [
        PerformanceWording.typed(row.indicator.level3),
        PerformanceWording.typed(
          row.indicator.target.text, source: project.stated("/indicators/\(index)/target")),
        PaperCell(row.standing.actual.value(for: row.indicator.target), source: source),
        PaperCell(row.forecast.value(for: row.indicator.target), source: source),
        PaperCell(
          row.deviation, style: row.isBehind == true ? .alarm : .plain, alignment: .trailing,
          source: source),
        PaperCell(
          row.standing.reason.map { .text($0.name) } ?? .empty,
          style: row.lacksReason ? .alarm : .plain),
        PaperCell(.text(row.likelihood.name)), PerformanceWording.typed(row.standing.note),
      ]
    }
  }

  private var remarks: [LocalizedText] {
    var remarks: [LocalizedText] = []
    if let executed = input.executed, executed < due.amount {
      let missing = Fen(due.amount.value - executed.value)
      remarks.append(
        LocalizedText(
          zh:
            "截至 \(input.asOf)，支付计划应付 \(due.percent)%（\(due.amount.yuan) 元），已付 \(executed.yuan) 元，差 \(missing.yuan) 元。",
          en: """
            By \(input.asOf) the plan asks for \(due.percent)% (\(due.amount.yuan) yuan); paid are \
            \(executed.yuan) yuan, \(missing.yuan) too little.
            """))
    }
    for row in rows where row.lacksReason {
      remarks.append(
        LocalizedText(
          zh: "“\(row.indicator.level3)”低于指标值，待说明偏差原因。",
          en: "“\(row.indicator.level3)” falls short of its target; nobody said why yet."))
    }
    return remarks
  }

  /// How the sheet was made, with what is a proposal named so.
  public var notes: [LocalizedText] {
    [
      LocalizedText(
        zh: "未登记的“全年预计”和“可能性”由程序建议：次数和人次按目前进度外推，比例按现值；年内不判“完全不可能”。",
        en: """
          Forecasts and likelihoods that nobody recorded are proposals: counts go on at the pace so far, rates \
          stay, and nothing is called impossible before the year is over.
          """)
    ] + input.project.readings
  }
}

extension Monitoring.Row {
  /// Whether somebody has still to say why it is behind.
  var lacksReason: Bool { isBehind == true && standing.reason == nil }

  /// How far the value is from the target, in the target's unit; nothing for a judgement.
  var deviation: PaperValue {
    guard case .measured(let value) = standing.actual, let target = indicator.target.value else {
      return .empty
    }
    let top =
      Int128(value.numerator) * 1_000_000 - Int128(target.millionths) * Int128(value.denominator)
    // In millionths of the unit, cut off: no fraction of two 64-bit numbers is needed to show it.
    let millionths = Int64(clamping: top / Int128(value.denominator))
    let number = Ratio(millionths, over: 1_000_000)?.decimal ?? ""
    return .decimal(millionths > 0 ? "+" + number : number)
  }
}
