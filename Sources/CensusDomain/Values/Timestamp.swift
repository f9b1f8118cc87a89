/// A moment in milliseconds since 1970-01-01T00:00:00Z; recorded for people, never used for order.
public struct Timestamp: Sendable, Hashable, Comparable, Codable {
  /// Milliseconds since the epoch.
  public let milliseconds: Int64

  /// Makes a moment.
  public init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// Orders moments in time.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The moment as `YYYY-MM-DDTHH:MM:SSZ`.
  public var iso8601: String {
    let seconds = Timestamp.floorDivide(milliseconds, 1000)
    let day = Timestamp.floorDivide(seconds, 86_400)
    let rest = Int(seconds - day * 86_400)
    func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
    let clock = "\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))"
    return "\(CivilDate(dayNumber: Int(day)))T\(clock)Z"
  }

  /// The day in China Standard Time (UTC+8), in which the offices of this survey keep their books.
  public var officeDay: CivilDate {
    CivilDate(dayNumber: Int(Timestamp.floorDivide(milliseconds + 8 * 3_600_000, 86_400_000)))
  }

  /// The last millisecond of `day` in China Standard Time.
  public static func end(of day: CivilDate) -> Timestamp {
    Timestamp(milliseconds: Int64(day.dayNumber + 1) * 86_400_000 - 8 * 3_600_000 - 1)
  }

  private static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
  }
}
