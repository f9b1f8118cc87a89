/// The `Retry-After` field (RFC 9110, section 10.2.3) in its form of seconds.
enum RetryAfter {
  /// The wait in seconds; nil for the form of a date, which would trust two clocks, and for anything
  /// over a day.
  static func seconds(_ value: String?) -> Int? {
    guard let value, let seconds = Int(value), (0...86_400).contains(seconds) else { return nil }
    return seconds
  }
}
