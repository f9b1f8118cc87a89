import CensusDomain

/// One column of 资金支出计划: the cumulative share of the budget to be paid by a day.
public struct PlannedShare: Sendable, Hashable {
  /// The column's heading, such as `10月底`.
  public var label: String
  /// The day it means.
  public var date: CivilDate
  /// The share in whole percent; nil for a blank cell, as after a share of 100.
  public var percent: Int?

  /// Makes a column.
  public init(label: String, date: CivilDate, percent: Int?) {
    self.label = label
    self.date = date
    self.percent = percent
  }
}
