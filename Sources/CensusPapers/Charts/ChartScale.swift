/// The axis of values: round steps that hold all values, and where a value lies.
struct ChartScale: Sendable, Hashable {
  let lowest: Int64
  let highest: Int64
  let step: Int64

  /// Chooses the smallest step of 1, 2 or 5 times a power of ten that needs six steps at most.
  ///
  /// Zero is always on the axis. Beyond 10^17, which is more money than there is, values end at the frame.
  init(_ values: [Int64]) {
    let bound: Int64 = 100_000_000_000_000_000
    let low = max(values.min() ?? 0, -bound)
    let high = min(values.max() ?? 0, bound)
    var (step, unit, turn) = (Int64(1), Int64(1), 0)
    func ends(_ step: Int64) -> (low: Int64, high: Int64) {
      let below = min(low, 0), above = max(high, 0)
      return (-((-below + step - 1) / step) * step, (above + step - 1) / step * step)
    }
    while (ends(step).high - ends(step).low) / step > 6 {
      turn += 1
      if turn.isMultiple(of: 3) { unit *= 10 }
      step = unit * [1, 2, 5][turn % 3]
    }
    let (lowest, highest) = ends(step)
    self.step = step
    self.lowest = lowest
    self.highest = highest == lowest ? lowest + step : highest
  }

  /// The values at which the axis has a line.
  var ticks: [Int64] { Array(stride(from: lowest, through: highest, by: Int(step))) }

  /// How far from the axis's beginning a value lies, of `span`; what is outside lies at the nearer end.
  func position(_ value: Int64, of span: Int) -> Int {
    let inside = min(max(value, lowest), highest)
    return Int(Int128(inside - lowest) * Int128(span) / Int128(highest - lowest))
  }
}
