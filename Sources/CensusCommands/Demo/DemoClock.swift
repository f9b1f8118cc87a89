import CensusDomain

/// The demo's clock: the machine's, set back so that the demo begins in the morning of a given day.
///
/// The sample ledger is of 2021. On its own day both headline figures, the pace and the forecast are
/// those that the bureau would have seen.
struct DemoClock: WallClock {
  private let offset: Int64

  /// Makes a clock on which it is nine o'clock in the morning of `day` now, by the office's time.
  init(startingOn day: CivilDate) {
    let end = Timestamp.end(of: day).milliseconds
    offset = end - 15 * 3_600_000 - SystemClock().now().milliseconds
  }

  func now() -> Timestamp {
    Timestamp(milliseconds: SystemClock().now().milliseconds + offset)
  }
}
