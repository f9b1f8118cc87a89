import CensusDomain

/// A day by which a share of the budget is to be paid.
public struct PaymentStep: Sendable, Hashable {
  /// The due day.
  public var date: CivilDate
  /// The cumulative share of the budget in whole percent.
  public var percent: Int

  /// Makes a step.
  public init(date: CivilDate, percent: Int) {
    self.date = date
    self.percent = percent
  }

  /// The payment plan of the performance targets 2021, section 5, for `year`.
  ///
  /// 25 % by the end of March, 50 % June, 75 % October (not September), 100 % December.
  public static func plan(year: Int) -> [PaymentStep] {
    [(3, 31, 25), (6, 30, 50), (10, 31, 75), (12, 31, 100)].compactMap { month, day, percent in
      CivilDate(year: year, month: month, day: day).map { PaymentStep(date: $0, percent: percent) }
    }
  }
}
