import CensusDomain

/// What saving more expenses would do to the limits; asked before they are saved.
public enum CostImpact {
  /// The limits that `lines` would break or break further, one sentence each; empty where none.
  ///
  /// The lines are judged on the latest of their days and the input's, since an expense dated
  /// tomorrow breaks a limit all the same. An expense that leaves a figure where it is or lowers it
  /// gives no sentence for that figure, even where it stays above its limit.
  public static func of(adding lines: [CostLine], to input: CostInput) -> [LocalizedText] {
    var before = input
    before.asOf = lines.map(\.date).reduce(input.asOf, max)
    var after = before
    after.lines += lines
    return sentences(before: CostReport(before), after: CostReport(after))
  }

  private static func sentences(before: CostReport, after: CostReport) -> [LocalizedText] {
    var sentences = [LocalizedText]()
    let limit = after.limit
    func add(
      _ old: Ratio?, _ new: Ratio?, _ wording: (_ share: String, _ limit: String) -> LocalizedText
    ) {
      guard let new, !limit.isAtLeast(new) else { return }
      if let old, old.isAtLeast(new) { return }
      sentences.append(wording(new.percent(distinctFrom: limit), limit.shortPercent))
    }
    add(before.ratioToSpend, after.ratioToSpend) { share, limit in
      LocalizedText(
        zh: "保存后，宣传费用将占已支出总费用的 \(share)，超过 \(limit) 的上限。",
        en: "Publicity would be \(share) of all spending to date, above the limit of \(limit).")
    }
    add(before.ratioToBudget, after.ratioToBudget) { share, limit in
      LocalizedText(
        zh: "保存后，宣传费用将占预算的 \(share)，超过 \(limit) 的上限。",
        en: "Publicity would be \(share) of the budget, above the limit of \(limit).")
    }
    add(before.forecast?.ratio, after.forecast?.ratio) { share, limit in
      LocalizedText(
        zh: "保存后，按目前支出进度，年底宣传费用比例预计为 \(share)，超过 \(limit) 的上限。",
        en: """
          At the pace so far, publicity would be \(share) of all spending at year end, above the \
          limit of \(limit).
          """)
    }
    if after.total > after.budget, after.total > before.total {
      sentences.append(
        LocalizedText(
          zh: "保存后，总支出 \(after.total.yuan) 元将超过预算 \(after.budget.yuan) 元。",
          en: """
            Spending would be \(after.total.yuan) yuan in all, above the budget of \
            \(after.budget.yuan) yuan.
            """))
    }
    return sentences
  }
}
