import CensusDomain

extension CivilDate {
  /// The first day of the month.
  public var firstOfMonth: CivilDate { CivilDate(dayNumber: dayNumber - parts.day + 1) }

  /// The last day of the month.
  public var endOfMonth: CivilDate {
    // Day 31 after a month's first lies in the month after.
    let later = CivilDate(dayNumber: firstOfMonth.dayNumber + 31)
    return CivilDate(dayNumber: later.firstOfMonth.dayNumber - 1)
  }

  /// The last day of the month after.
  var endOfNextMonth: CivilDate { CivilDate(dayNumber: endOfMonth.dayNumber + 1).endOfMonth }
}
