import CensusDomain

/// Days as spreadsheets count them, made into ISO text.
struct SerialDate {
  /// Whether day 0 is 1904-01-01 (`date1904`, old Macintosh files) and day 1 not 1900-01-01.
  let is1904: Bool

  /// 9999-12-31, days since 1970-01-01; spreadsheets know no later day.
  private static let lastDay = 2_932_896
  private static let secondsOfDay = 86_400

  /// The moment `serial` in the form that its cell shows, to the second.
  ///
  /// - Returns: `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM:SS` or `HH:MM[:SS]`; nil where there is no such day,
  ///   such as before 1900. A format of time on a value with a day gives both.
  func text(_ serial: Double, _ form: DateForm) -> [UInt8]? {
    guard serial >= 0, serial < 3_000_000 else { return nil }
    let seconds = Int((serial * Double(SerialDate.secondsOfDay)).rounded())
    let time = SerialDate.time(seconds % SerialDate.secondsOfDay)
    if form == .time, serial < 1 {
      return Array((time.hasSuffix(":00") ? String(time.dropLast(3)) : time).utf8)
    }
    guard let day = day(seconds / SerialDate.secondsOfDay) else { return nil }
    return Array((form == .date ? "\(day)" : "\(day)T\(time)").utf8)
  }

  /// The calendar's day; Excel's 1900 has a 29 February as day 60 that never was
  /// (ECMA-376 Part 1, 18.17.4.1).
  private func day(_ number: Int) -> CivilDate? {
    let days: Int
    switch number {
    case _ where is1904: days = number - 24_107
    case 1...59: days = number - 25_568
    case 61...: days = number - 25_569
    default: return nil
    }
    return days <= SerialDate.lastDay ? CivilDate(dayNumber: days) : nil
  }

  private static func time(_ seconds: Int) -> String {
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60]
    return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}
