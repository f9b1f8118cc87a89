import CensusDomain

/// The pace of the last weeks, and how far progress may stray from it.
///
/// Objects done in each of the last two to four whole weeks are taken as a sample, since reviews come in
/// batches within a week. With `n` weeks, mean `m` and standard deviation `s` a week, progress within `u`
/// weeks is predicted as `m·u ± q·s·√(u·(1 + u/n))`, `q` being Student's quantile for a band of 80 % with
/// `n − 1` degrees of freedom: the first term under the root is the spread of the weeks to come, the second
/// that of the mean itself. Everything is reckoned in whole numbers.
struct PaceSample: Hashable {
  /// How many weeks the sample has, 2 to 4.
  let weeks: Int
  /// Objects done in all of them; negative where more were lost than done.
  let sum: Int
  /// `n·Σw² − (Σw)²`, which is `n·(n−1)` times the variance of a week.
  private let spread: Int128

  /// The most weeks that are taken.
  static let mostWeeks = 4
  /// No day later than this many days ahead is told; a census has no plan beyond it.
  static let horizon = 3660
  /// Ten thousand times the square of Student's 90 % quantile with 1, 2 and 3 degrees of freedom
  /// (3.0777, 1.8856, 1.6377).
  private static let squaredQuantiles: [Int128] = [94_721, 35_556, 26_822]
  /// Beyond it the products below would leave 128 bits.
  private static let largestCount = 1_000_000_000

  /// Takes the sample of the weeks up to `day`; nil before two whole weeks have passed since `start`.
  init?(_ series: DoneSeries, upTo day: CivilDate, since start: CivilDate) {
    weeks = min(PaceSample.mostWeeks, (day.dayNumber - start.dayNumber) / 7)
    guard weeks >= 2 else { return nil }
    let ends = (0...weeks).map { series.done(on: CivilDate(dayNumber: day.dayNumber - 7 * $0)) }
    guard ends.allSatisfy({ (0...PaceSample.largestCount).contains($0) }) else { return nil }
    let counts = zip(ends, ends.dropFirst()).map { $0 - $1 }
    sum = counts.reduce(0, +)
    let squares = counts.reduce(Int128(0)) { $0 + Int128($1) * Int128($1) }
    spread = Int128(weeks) * squares - Int128(sum) * Int128(sum)
  }

  /// When `needed` objects more are done.
  ///
  /// The first day of the week in which the band's upper side reaches them, the day on which the mean does,
  /// and the last day of the week in which the lower side does; weeks count from `day`. A day is nil where
  /// it never comes or lies beyond ``horizon``.
  func days(
    until needed: Int, from day: CivilDate
  ) -> (earliest: CivilDate?, likely: CivilDate?, latest: CivilDate?) {
    guard needed <= PaceSample.largestCount else { return (nil, nil, nil) }
    // Each side that once reaches a positive number has not reached it before, and with a mean above 0
    // stays there, so that the first day found is the answer.
    func first(_ holds: (Int) -> Bool) -> Int? { (1...PaceSample.horizon).first(where: holds) }
    func date(_ days: Int?) -> CivilDate? {
      days.map { CivilDate(dayNumber: day.dayNumber + $0) }
    }
    let earliest = first { lead($0, needed) >= 0 || isWithin($0, needed) }
    let likely = first { lead($0, needed) >= 0 }
    let latest = first { lead($0, needed) >= 0 && !isInside($0, needed) }
    return (
      date(earliest.map { ($0 + 6) / 7 * 7 - 6 }), date(likely),
      date(latest.map { ($0 + 6) / 7 * 7 })
    )
  }

  /// How many objects the mean and the two sides of the band add within `days` days, rounded down.
  func added(within days: Int) -> (lower: Int, mean: Int, upper: Int) {
    let scale = Int128(7 * weeks)
    let mean = Int128(sum) * Int128(days)
    let band = PaceSample.root(
      bandSquared(days) / (Int128(10_000) * Int128(weeks - 1)))
    func floor(_ value: Int128) -> Int {
      Int(clamping: value >= 0 ? value / scale : -((-value + scale - 1) / scale))
    }
    return (floor(mean - band), floor(mean), floor(mean + band))
  }

  /// `7n` times what the mean has done beyond `needed` within `days` days.
  private func lead(_ days: Int, _ needed: Int) -> Int128 {
    Int128(sum) * Int128(days) - Int128(7 * weeks) * Int128(needed)
  }

  /// Whether `needed` lies within the band after `days` days, its sides included.
  private func isWithin(_ days: Int, _ needed: Int) -> Bool {
    leadSquared(days, needed) <= bandSquared(days)
  }

  /// Whether `needed` lies within the band after `days` days, its sides left out.
  private func isInside(_ days: Int, _ needed: Int) -> Bool {
    leadSquared(days, needed) < bandSquared(days)
  }

  private func leadSquared(_ days: Int, _ needed: Int) -> Int128 {
    let lead = lead(days, needed)
    return lead * lead * 10_000 * Int128(weeks - 1)
  }

  private func bandSquared(_ days: Int) -> Int128 {
    let time = Int128(days) * Int128(7 * weeks + days)
    return PaceSample.squaredQuantiles[weeks - 2] * spread * time
  }

  /// The whole part of a square root.
  private static func root(_ value: Int128) -> Int128 {
    guard value > 0 else { return 0 }
    // Newton's method from above; it falls until it is there.
    var guess = Int128(1) << ((128 - value.leadingZeroBitCount + 1) / 2)
    while true {
      let next = (guess + value / guess) / 2
      if next >= guess { return guess }
      guess = next
    }
  }
}
