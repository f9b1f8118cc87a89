import CensusDomain

extension CostReport {
  /// The report's tables as sections of a paper.
  ///
  /// - Parameter plan: what is to be paid by when, for the chart of spending.
  public func sections(plan: [PaymentStep]) -> [PaperSection] {
    [ratioSection, monthSection(plan)]
  }

  private var ratioSection: PaperSection {
    let none = LocalizedText(zh: "尚未发生支出", en: "No spending yet")
    let noBudget = LocalizedText(zh: "没有预算", en: "No budget")
    let year = CivilDate(year: asOf.parts.year, month: 1, day: 1) ?? asOf
    func spending(_ isPublicity: Bool?) -> FigureSource {
      .expenses(from: year, to: asOf, isPublicity: isPublicity)
    }
    func ratio(_ value: Ratio?, _ reason: LocalizedText) -> PaperValue {
      .rate(value, distinctFrom: limit, orNone: reason)
    }
    let grid = PaperTable.facts([
      (text("宣传费用（元）", "Publicity (yuan)"), .money(publicity, .yuan), spending(true)),
      (text("总支出（元）", "Spending (yuan)"), .money(total, .yuan), spending(nil)),
      (text("预算（元）", "Budget (yuan)"), .money(budget, .yuan), nil),
      (text("A 宣传费用 ÷ 总支出", "A: publicity ÷ spending"), ratio(ratioToSpend, none), nil),
      (text("B 宣传费用 ÷ 预算", "B: publicity ÷ budget"), ratio(ratioToBudget, noBudget), nil),
      (text("C 年底预测", "C: forecast at year end"), ratio(forecast?.ratio, none), nil),
      (
        text("上限", "Limit"),
        .rate(numerator: limit.numerator, denominator: limit.denominator, places: 2), nil
      ),
      (text("结论（按 A）", "Verdict (by A)"), .text(verdict.name), nil),
      (
        text("支付计划应付（元）", "Due by the payment plan (yuan)"),
        .money(payment.planned, .yuan), nil
      ),
      (
        text("支付进度", "Share of the budget paid"),
        .rate(
          budget > .zero ? Ratio(total.value, over: budget.value) : nil, orNone: noBudget), nil
      ),
      (
        text("与支付计划相比", "Against the payment plan"),
        .text(payment.isOnPlan ? text("达到计划", "On plan") : text("低于计划", "Behind plan")), nil
      ),
    ])
    return PaperSection(
      id: "ratio", title: text("宣传费用比例", "Publicity-cost ratio"), grid: grid,
      charts: [ratioChart], remarks: alarms.map(\.name))
  }

  private var ratioChart: PaperChart {
    PaperChart(
      id: "ratio", title: text("宣传费用比例与上限", "Publicity-cost ratio against its limit"),
      shape: .bars, unit: .basisPoints,
      labels: [
        text("A 占总支出", "A: of spending"), text("B 占预算", "B: of the budget"),
        text("C 年底预测", "C: at year end"),
      ],
      series: [
        .init(
          name: text("宣传费用比例", "Publicity-cost ratio"), role: .actual,
          values: [ratioToSpend, ratioToBudget, forecast?.ratio].map {
            $0?.basisPoints(distinctFrom: limit)
          })
      ],
      mark: .init(
        name: text("上限 \(limit.shortPercent)", "Limit \(limit.shortPercent)"),
        value: limit.basisPoints))
  }

  private func monthSection(_ plan: [PaymentStep]) -> PaperSection {
    var table = PaperTable([
      .init(Wording.month, width: 12), .figure(Wording.spending, width: 18),
      .figure(Wording.publicity, width: 22), .figure(text("累计（元）", "Cumulative (yuan)"), width: 18),
    ])
    var sum = Fen.zero
    for month in months {
      sum += month.total
      let row = table.nextRow
      let days = CostReport.days(of: month.month, upTo: asOf)
      table.add([
        PaperCell(.code(month.month), style: .label),
        PaperCell(
          .money(month.total, .yuan),
          source: .expenses(from: days.first, to: days.last, isPublicity: nil)),
        PaperCell(
          .money(month.publicity, .yuan),
          source: .expenses(from: days.first, to: days.last, isPublicity: true)),
        PaperCell(
          .money(sum, .yuan), formula: .sum((1...row).map { CellPlace(row: $0, column: 1) })),
      ])
    }
    table.add([
      PaperCell(.text(Wording.total), style: .total),
      table.sum(.money(total, .yuan), of: 1), table.sum(.money(publicity, .yuan), of: 2),
      PaperCell(.empty, style: .total),
    ])
    return PaperSection(
      id: "months", title: text("分月支出", "Spending by month"), grid: table.grid,
      charts: [spendingChart(plan)])
  }

  /// Spending at the end of each month beside what the plan asks for by then.
  private func spendingChart(_ plan: [PaymentStep]) -> PaperChart {
    let year = asOf.parts.year
    let steps = plan.filter { $0.date.parts.year == year }
    let ends = (1...12).compactMap { CivilDate(year: year, month: $0, day: 1)?.endOfMonth }
    return PaperChart(
      id: "spending", title: text("累计支出与支付计划", "Spending against the payment plan"),
      shape: .lines, unit: .fen,
      labels: ends.map { LocalizedText(verbatim: String($0.description.dropLast(3))) },
      series: [
        .init(
          name: text("累计支出", "Spending"), role: .actual,
          values: ends.map { end in
            // A month that has not begun has no figure; the month under way has what is paid so far.
            guard end.parts.month <= asOf.parts.month else { return nil }
            let month = String(end.description.dropLast(3))
            return months.filter { $0.month <= month }.reduce(0) { $0 + $1.total.value }
          }),
        .init(
          name: text("支付计划", "Plan"), role: .plan,
          values: ends.map { end in
            let percent = steps.last { $0.date <= end }?.percent ?? 0
            return budget.value * Int64(percent) / 100
          }),
      ],
      mark: .init(name: text("预算", "Budget"), value: budget.value))
  }

  private static func days(
    of month: String, upTo day: CivilDate
  ) -> (first: CivilDate, last: CivilDate) {
    let first = CivilDate(month + "-01") ?? day
    return (first, min(first.endOfMonth, day))
  }

  private func text(_ zh: String, _ en: String) -> LocalizedText { LocalizedText(zh: zh, en: en) }
}
