import CensusDomain

extension CostReport {
  /// The indicator with its limit and verdict.
  func headline(language: Language) -> [ReportFact] {
    let isChinese = language == .zh
    return [
      ReportFact(
        label: isChinese ? "宣传费用占总费用比例" : "Publicity, share of spending",
        value: percent(ratioToSpend)),
      ReportFact(
        label: isChinese ? "上限" : "Limit", value: "≤ \(limit.shortPercent)"),
      ReportFact(label: Wording.verdict[language], value: verdict.name[language]),
    ]
  }

  /// The figures beside the indicator.
  func facts(language: Language) -> [ReportFact] {
    let isChinese = language == .zh
    func yuan(_ amount: Fen) -> String { amount.groupedYuan + (isChinese ? " 元" : " yuan") }
    let plan = "\(payment.plannedPercent)%"
    let due = payment.dueDate.map { isChinese ? "\(plan)（\($0)）" : "\(plan) (\($0))" }
    let next = payment.next.map { "\($0.date) · \($0.percent)%" }
    let isOnPlan = (payment.isOnPlan ? onPlan : behindPlan)[language]
    let paid = payment.percent ?? Wording.none
    return [
      ReportFact(label: isChinese ? "已支出宣传费用" : "Publicity so far", value: yuan(publicity)),
      ReportFact(label: isChinese ? "已支出总费用" : "Spending so far", value: yuan(total)),
      ReportFact(label: isChinese ? "预算" : "Budget", value: yuan(budget)),
      ReportFact(
        label: isChinese ? "宣传费用占预算比例" : "Publicity, share of budget",
        value: percent(ratioToBudget)),
      ReportFact(
        label: isChinese ? "年底比例预测（直线）" : "Share at year end (straight line)",
        value: forecast?.percent ?? Wording.none),
      ReportFact(label: isChinese ? "应付进度" : "Share due", value: due ?? plan),
      ReportFact(label: isChinese ? "应付金额" : "Amount due", value: yuan(payment.planned)),
      ReportFact(
        label: isChinese ? "实付进度" : "Share paid",
        value: isChinese ? "\(paid)（\(isOnPlan)）" : "\(paid) (\(isOnPlan))"),
      ReportFact(label: isChinese ? "下一付款节点" : "Next due", value: next ?? Wording.none),
    ]
  }

  private func percent(_ ratio: Ratio?) -> String {
    ratio?.percent(distinctFrom: limit) ?? Wording.none
  }

  private var onPlan: LocalizedText { LocalizedText(zh: "达到计划", en: "on plan") }
  private var behindPlan: LocalizedText { LocalizedText(zh: "低于计划", en: "behind plan") }
}
