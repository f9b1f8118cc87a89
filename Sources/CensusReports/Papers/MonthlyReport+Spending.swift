import CensusDomain

extension MonthlyReport {
  /// Spending of the month and of the year, against the plan.
  var spendingSection: PaperSection {
    var table = PaperTable([
      .init(Wording.item, width: 30), .figure(LocalizedText(zh: "本月", en: "This month"), width: 18),
      .figure(LocalizedText(zh: "全年累计", en: "This year"), width: 18),
    ])
    func row(_ label: LocalizedText, _ isPublicity: Bool, _ month: Fen, _ year: Fen) {
      table.add([
        .label(label),
        PaperCell(
          .money(month, .yuan),
          source: .expenses(from: firstDay, to: progress.input.asOf, isPublicity: isPublicity)),
        PaperCell(
          .money(year, .yuan),
          source: .expenses(from: yearStart, to: progress.input.asOf, isPublicity: isPublicity)),
      ])
    }
    row(
      LocalizedText(zh: "宣传费用（元）", en: "Publicity (yuan)"), true, publicity, cost.publicity)
    row(
      LocalizedText(zh: "其他支出（元）", en: "Other spending (yuan)"), false,
      Fen(spent.value - publicity.value), Fen(cost.total.value - cost.publicity.value))
    table.add([
      PaperCell(.text(LocalizedText(zh: "支出合计（元）", en: "All spending (yuan)")), style: .total),
      table.sum(.money(spent, .yuan), of: 1), table.sum(.money(cost.total, .yuan), of: 2),
    ])
    func year(_ label: LocalizedText, _ value: PaperValue, _ formula: PaperFormula? = nil) {
      table.add([.label(label), PaperCell(.empty), PaperCell(value, formula: formula)])
    }
    func place(_ row: Int) -> CellPlace { CellPlace(row: row, column: 2) }
    year(
      LocalizedText(zh: "支付计划应付（元）", en: "Due by the payment plan (yuan)"),
      .money(cost.payment.planned, .yuan))
    year(
      LocalizedText(zh: "比计划多或少（元）", en: "More or less than planned (yuan)"),
      .money(Fen(cost.total.value - cost.payment.planned.value), .yuan),
      .difference(place(3), place(4)))
    year(LocalizedText(zh: "预算（元）", en: "Budget (yuan)"), .money(cost.budget, .yuan))
    let share = Ratio(cost.total.value, over: cost.budget.value)
    year(
      LocalizedText(zh: "支出进度", en: "Share of the budget paid"),
      .rate(share, orNone: LocalizedText(zh: "没有预算", en: "No budget")),
      .quotient(place(3), place(6)))
    return PaperSection(
      id: "spending", title: LocalizedText(zh: "经费支出", en: "Spending"), grid: table.grid,
      remarks: [
        cost.payment.isOnPlan
          ? LocalizedText(zh: "达到支付计划。", en: "Spending is on plan.")
          : LocalizedText(zh: "低于支付计划。", en: "Spending is behind its plan.")
      ])
  }

  /// The first day of the year that is told of.
  var yearStart: CivilDate {
    let day = progress.input.asOf
    return CivilDate(year: day.parts.year, month: 1, day: 1) ?? day
  }
}
