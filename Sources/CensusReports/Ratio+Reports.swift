import CensusDomain

extension Ratio {
  /// A whole number of percent as a fraction.
  static func percent(_ number: Int64) -> Ratio {
    guard let ratio = Ratio(number, over: 100) else { preconditionFailure("100 is not zero") }
    return ratio
  }

  /// The fraction as a percentage of two places, or more where two would look like `threshold`.
  ///
  /// 59,999 of 100,000 rounds to 60.00 %, which beside "not met" reads as a mistake.
  func percent(distinctFrom threshold: Ratio) -> String {
    guard !(isAtLeast(threshold) && threshold.isAtLeast(self)) else { return percent() }
    let places = (2...8).first { percent(places: $0) != threshold.percent(places: $0) }
    return percent(places: places ?? 9)
  }

  /// The fraction as a percentage without trailing zeros, such as `60%` or `62.5%`.
  var shortPercent: String {
    var text = percent().dropLast()
    while text.last == "0" { text = text.dropLast() }
    if text.last == "." { text = text.dropLast() }
    return text + "%"
  }

  /// The fraction times `factor`/`divisor`; nil where that cannot be written in 64 bits.
  func times(_ factor: Int64, over divisor: Int64) -> Ratio? {
    let top = numerator.multipliedReportingOverflow(by: factor)
    let bottom = denominator.multipliedReportingOverflow(by: divisor)
    guard !top.overflow, !bottom.overflow else { return nil }
    return Ratio(top.partialValue, over: bottom.partialValue)
  }

  /// The smallest whole number that is at least this fraction of `whole`.
  func ceiling(of whole: Int) -> Int {
    let product = Int128(numerator) * Int128(whole)
    return Int(clamping: (product + Int128(denominator) - 1) / Int128(denominator))
  }

  /// The fraction less `other`, in lowest terms; nil where that cannot be written in 64 bits.
  func less(_ other: Ratio) -> Ratio? {
    // Products of 64-bit numbers, one of each above 0, stay below 2^126, so that neither overflows.
    let top =
      Int128(numerator) * Int128(other.denominator) - Int128(other.numerator) * Int128(denominator)
    let bottom = Int128(denominator) * Int128(other.denominator)
    var (larger, smaller) = (bottom, abs(top))
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    guard let reducedTop = Int64(exactly: top / larger),
      let reducedBottom = Int64(exactly: bottom / larger)
    else { return nil }
    return Ratio(reducedTop, over: reducedBottom)
  }
}
