import Foundation

/// The `Retry-After` field (RFC 9110, section 10.2.3) in both of its forms.
enum RetryAfter {
  private static let day = 86_400

  /// The wait in seconds, at most a day; nil where the field is absent or says nothing.
  ///
  /// A date is counted from the answer's own `Date`, so that no clock is compared with another one. A
  /// server with a clock always sends it (section 6.6.1).
  static func seconds(_ value: String?, date: String? = nil) -> Int? {
    guard let value else { return nil }
    if let seconds = Int(value) { return (0...day).contains(seconds) ? seconds : nil }
    guard let until = moment(value), let now = date.flatMap(moment) else { return nil }
    return min(day, max(0, Int(until.timeIntervalSince(now).rounded(.up))))
  }

  /// An HTTP-date in any of the three forms of section 5.6.7.
  private static func moment(_ text: String) -> Date? {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    for form in [
      "EEE, dd MMM yyyy HH:mm:ss 'GMT'", "EEEE, dd-MMM-yy HH:mm:ss 'GMT'",
      "EEE MMM d HH:mm:ss yyyy",
    ] {
      formatter.dateFormat = form
      if let date = formatter.date(from: text) { return date }
    }
    return nil
  }
}
