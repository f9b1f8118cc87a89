import CensusDomain

/// When a photo was taken, as the camera's clock showed it.
public struct PhotoTime: Sendable, Hashable {
  /// The day on the camera's calendar.
  public let day: CivilDate
  /// The second of that day on the camera's clock, 0 to 86,399.
  public let second: Int
  /// How far the camera's clock was ahead of UTC, minutes.
  public let offsetMinutes: Int
  /// Whether the photo does not state the offset, so that China's +08:00 is taken.
  public let offsetIsAssumed: Bool

  /// Makes a time from its parts.
  public init(day: CivilDate, second: Int, offsetMinutes: Int, offsetIsAssumed: Bool) {
    self.day = day
    self.second = second
    self.offsetMinutes = offsetMinutes
    self.offsetIsAssumed = offsetIsAssumed
  }

  /// China Standard Time's distance from UTC, minutes.
  public static let chinaOffset = 480

  /// The moment.
  public var timestamp: Timestamp {
    let seconds = day.dayNumber * 86_400 + second - offsetMinutes * 60
    return Timestamp(milliseconds: Int64(seconds) * 1000)
  }
}
