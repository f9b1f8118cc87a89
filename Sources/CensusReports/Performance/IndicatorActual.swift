import CensusDomain

/// Where an indicator stands.
public enum IndicatorActual: Sendable, Hashable {
  /// A number in the target's unit; a rate in percent is the fraction times 100.
  case measured(Ratio)
  /// A person's judgement.
  case judged(Judgement)
  /// There is no value, and why; such an indicator is not scored.
  case none(LocalizedText)

  /// A rate in percent, or the reason why there is none.
  public static func percent(
    _ top: Int64, of bottom: Int64, orNone reason: LocalizedText
  ) -> IndicatorActual {
    let product = top.multipliedReportingOverflow(by: 100)
    guard bottom > 0, !product.overflow, let ratio = Ratio(product.partialValue, over: bottom)
    else { return .none(reason) }
    return .measured(ratio)
  }
}
