import CensusDomain

/// What a part of a sample adds up to; the tallies of parts add up to that of the whole.
public struct QualityTally: Sendable, Hashable {
  /// Units that were drawn from (调查总量).
  public private(set) var total = 0
  /// Units that were drawn (抽样数量).
  public private(set) var sampled = 0
  /// Drawn units that were checked.
  public private(set) var checked = 0
  /// Indicators that were checked (核查调查指标总数).
  public private(set) var indicators = 0
  /// Indicators that are wrong (错误调查指标总数).
  public private(set) var wrong = 0
  /// Positions that were checked.
  public private(set) var positions = 0
  /// Positions that are wrong.
  public private(set) var wrongPositions = 0
  /// Shapes that were checked.
  public private(set) var geometries = 0
  /// Shapes that are wrong.
  public private(set) var wrongGeometries = 0
  /// The sum of the objects' own rates in units of 10⁻²⁴, each cut off.
  private var rates: UInt128 = 0

  private static let scale: UInt128 = 1_000_000_000_000_000_000_000_000

  /// Begins with nothing.
  public init() {}

  /// Counts units of the frame.
  mutating func add(frame count: Int) { total += count }

  /// Counts a drawn unit and what its last check found.
  mutating func add(_ finding: QualityFinding?) {
    sampled += 1
    // A check of no indicator has no rate; the central takes none, and it would not count as one.
    guard let finding, finding.indicators > 0 else { return }
    checked += 1
    indicators += finding.indicators
    wrong += finding.faults.count
    rates += UInt128(finding.faults.count) * QualityTally.scale / UInt128(finding.indicators)
    if finding.position != .unchecked { positions += 1 }
    if finding.position == .wrong { wrongPositions += 1 }
    if finding.geometry != .unchecked { geometries += 1 }
    if finding.geometry == .wrong { wrongGeometries += 1 }
  }

  /// All wrong ÷ all checked indicators; nil before any was checked.
  public var pooled: Ratio? { Ratio(Int64(wrong), over: Int64(indicators)) }

  /// The mean of the objects' rates to twelve decimals; nil before any object was checked.
  ///
  /// It is rounded, but never to the other side of `limit`, so that what is shown agrees with the verdict.
  public func perObjectMean(limit: Ratio) -> Ratio? {
    guard checked > 0 else { return nil }
    let places: Int64 = 1_000_000_000_000
    let unit = QualityTally.scale / UInt128(places) * UInt128(checked)
    let nearest = Ratio(Int64((rates + unit / 2) / unit), over: places)
    let isWithin = nearest.map { limit.isAtLeast($0) } ?? true
    guard isWithin == meanExceeds(limit) else { return nearest }
    return Ratio(Int64((rates + (isWithin ? unit - 1 : 0)) / unit), over: places)
  }

  /// The rate by `method`; nil where nothing was checked, since 0/0 is no rate.
  public func rate(_ method: QualityMethod, limit: Ratio) -> Ratio? {
    switch method {
    case .pooled: pooled
    case .perObjectMean: perObjectMean(limit: limit)
    }
  }

  /// What is to be said of the part; a rate that equals the limit passes.
  public func verdict(_ method: QualityMethod, limit: Ratio) -> QualityVerdict {
    guard sampled > 0, checked == sampled else { return .incomplete }
    let isOver =
      switch method {
      case .pooled: pooled.map { !limit.isAtLeast($0) } ?? false
      case .perObjectMean: meanExceeds(limit)
      }
    return isOver ? .failed : .passed
  }

  /// Whether the mean is over the limit, which is compared before anything is rounded.
  ///
  /// Each object's rate is cut off at 10⁻²⁴: a mean that equals the limit is never taken to be over it, and
  /// none that is over it by more than 10⁻²⁴ is taken to be within.
  private func meanExceeds(_ limit: Ratio) -> Bool {
    let bound =
      UInt128(limit.numerator) * UInt128(checked) * QualityTally.scale / UInt128(limit.denominator)
    return rates > bound
  }

  /// Two parts together.
  static func + (left: QualityTally, right: QualityTally) -> QualityTally {
    var sum = left
    sum.total += right.total
    sum.sampled += right.sampled
    sum.checked += right.checked
    sum.indicators += right.indicators
    sum.wrong += right.wrong
    sum.positions += right.positions
    sum.wrongPositions += right.wrongPositions
    sum.geometries += right.geometries
    sum.wrongGeometries += right.wrongGeometries
    sum.rates += right.rates
    return sum
  }
}
