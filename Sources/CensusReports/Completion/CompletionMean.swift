import CensusDomain

/// The unweighted mean of the rates of hazards with a confirmed denominator.
public struct CompletionMean: Sendable, Hashable {
  /// The mean; nil where no hazard has a rate.
  public let rate: Double?
  /// The mean as a percentage with two places.
  public let percent: String?
  /// How many hazards it covers.
  public let hazards: Int

  /// Takes the mean of `ratios`, exactly where the sum fits 64 bits.
  ///
  /// A sum of many fractions with unlike denominators may not fit; it is then taken in doubles in the
  /// given order. The mean is shown and never compared, so that this cannot change a verdict.
  init(_ ratios: [Ratio]) {
    hazards = ratios.count
    guard !ratios.isEmpty else {
      rate = nil
      percent = nil
      return
    }
    if let exact = CompletionMean.exactMean(ratios) {
      rate = exact.value
      percent = exact.percent()
    } else {
      let mean = ratios.reduce(0) { $0 + $1.value } / Double(ratios.count)
      rate = mean
      percent = Ratio(Int64((mean * 1e12).rounded()), over: 1_000_000_000_000)?.percent()
    }
  }

  private static func exactMean(_ ratios: [Ratio]) -> Ratio? {
    var top: Int64 = 0
    var bottom: Int64 = 1
    for ratio in ratios {
      let left = top.multipliedReportingOverflow(by: ratio.denominator)
      let right = ratio.numerator.multipliedReportingOverflow(by: bottom)
      let sum = left.partialValue.addingReportingOverflow(right.partialValue)
      let product = bottom.multipliedReportingOverflow(by: ratio.denominator)
      guard !left.overflow, !right.overflow, !sum.overflow, !product.overflow else { return nil }
      let divisor = greatestCommonDivisor(
        sum.partialValue.magnitude, product.partialValue.magnitude)
      top = sum.partialValue / Int64(divisor)
      bottom = product.partialValue / Int64(divisor)
    }
    return Ratio(top, over: bottom)?.times(1, over: Int64(ratios.count))
  }

  private static func greatestCommonDivisor(_ first: UInt64, _ second: UInt64) -> UInt64 {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
  }
}

extension CompletionMean: Encodable {
  enum CodingKeys: String, CodingKey {
    case rate, percent, hazards
  }

  /// Writes the mean as a number or null, and the percentage as text or null.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rate, forKey: .rate)
    try container.encode(percent, forKey: .percent)
    try container.encode(hazards, forKey: .hazards)
  }
}
