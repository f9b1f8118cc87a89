import CensusDomain

/// What an indicator earns.
public enum IndicatorScore: Sendable, Hashable {
  case scored(Points)
  /// It cannot be scored, and why; it has no points and is named beside the sum.
  case notScored(LocalizedText)

  /// The points; nil where it is not scored.
  public var points: Points? {
    if case .scored(let points) = self { points } else { nil }
  }
}

extension ScoringRules {
  /// Scores where `indicator` stands; never above its `weight`.
  ///
  /// - At least: value ÷ target, at most all points. At most: all points up to the target, above it target ÷ value
  ///   (domain notes, S24; that nothing is above all points is unverified). Exactly: the smaller ÷ the larger
  ///   (a proposal of this program).
  /// - A judgement: its share.
  /// - No value, and no money spent where money is the target: not scored (a proposal of this program).
  public func score(
    _ actual: IndicatorActual, of indicator: ProjectIndicator, weight: Points
  ) -> IndicatorScore {
    switch (actual, indicator.target.rule) {
    case (.none(let reason), _): return .notScored(reason)
    case (.judged(let judgement), .qualitative):
      return .scored(weight.share(Int128(judgement.percent.millionths), of: 100_000_000))
    case (.judged, _), (.measured, .qualitative):
      return .notScored(
        LocalizedText(
          zh: "登记的值与指标的类型不符", en: "What was recorded does not fit the kind of target"))
    case (.measured(let value), .atLeast(let target)):
      if let zero = satisfactionZeroBelow, indicator.group == .satisfaction,
        !value.isAtLeast(zero.ratio)
      {
        return .scored(.zero)
      }
      return .scored(share(of: weight, value, over: target.ratio))
    case (.measured(let value), .atMost(let target)):
      if value.numerator == 0, indicator.target.isMoney { return .notScored(ScoringRules.noMoney) }
      return .scored(share(of: weight, target.ratio, over: value))
    case (.measured(let value), .exactly(let target)):
      if value.numerator == 0, indicator.target.isMoney { return .notScored(ScoringRules.noMoney) }
      return value.isAtLeast(target.ratio)
        ? .scored(share(of: weight, target.ratio, over: value))
        : .scored(share(of: weight, value, over: target.ratio))
    }
  }

  /// Scores the budget's execution: what was paid ÷ the budget, at most all points.
  public func score(executed: Fen?, of total: Fen) -> IndicatorScore {
    guard total > .zero else {
      return .notScored(
        LocalizedText(zh: "预算为 0，没有执行率", en: "There is no budget, and so no rate"))
    }
    guard let executed else {
      return .notScored(LocalizedText(zh: "未登记执行数", en: "Nobody recorded what was paid"))
    }
    return .scored(budget.share(Int128(executed.value), of: Int128(total.value)))
  }

  /// By how many percent, cut off, `value` is above its target, where that is more than the rules let pass.
  func excess(_ actual: IndicatorActual, over target: IndicatorTarget) -> Int64? {
    guard case .measured(let value) = actual, case .atLeast(let least) = target.rule,
      least.millionths > 0
    else { return nil }
    let bottom = Int128(value.denominator) * Int128(least.millionths)
    let above = Int128(value.numerator) * 1_000_000 - bottom
    guard above * 100_000_000 > bottom * Int128(overFulfilment.millionths) else { return nil }
    return Int64(clamping: above * 100 / bottom)
  }

  private static let noMoney = LocalizedText(
    zh: "未发生支出，不评分", en: "Nothing was spent; not scored")

  /// The points times first ÷ second; all of them where the second is 0, which no value can be below.
  private func share(of weight: Points, _ first: Ratio, over second: Ratio) -> Points {
    let bottom = Int128(first.denominator) * Int128(second.numerator)
    guard bottom > 0 else { return weight }
    return weight.share(Int128(first.numerator) * Int128(second.denominator), of: bottom)
  }
}
