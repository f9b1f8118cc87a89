import CensusDomain

/// Times as forms hold them: `HH:MM`, or `YYYY-MM-DDTHH:MM[:SS]` with `Z` or an offset.
enum ClockTime {
  /// Whole minutes from one time to another, rounded down; nil unless both are of one kind.
  ///
  /// Of two times of day the second may lie past midnight, so the result is never negative.
  static func minutes(
    from: UnsafeBufferPointer<UInt8>, to: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    if from.count == 5, to.count == 5 {
      guard let start = minuteOfDay(from[...]), let end = minuteOfDay(to[...]) else { return nil }
      return end >= start ? end - start : end - start + 1440
    }
    guard let start = seconds(from), let end = seconds(to) else { return nil }
    let difference = end - start
    return difference >= 0 ? difference / 60 : -((59 - difference) / 60)
  }

  /// Seconds since 1970 in UTC.
  private static func seconds(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    guard text.count >= 17, let day = CivilDate(utf8: text.prefix(10)), text[10] == 0x54,
      let minute = minuteOfDay(text[11..<16])
    else { return nil }
    var position = 16
    var second = 0
    if text[position] == 0x3A, text.count > 19 {
      guard let read = twoDigits(text[17..<19]) else { return nil }
      second = read
      position = 19
    }
    let local = day.dayNumber * 86_400 + minute * 60 + second
    if text[position] == 0x5A { return text.count == position + 1 ? local : nil }
    guard text.count == position + 6, let offset = minuteOfDay(text[(position + 1)...]) else {
      return nil
    }
    return text[position] == 0x2D ? local + offset * 60 : local - offset * 60
  }

  /// `HH:MM` as minutes.
  private static func minuteOfDay(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard text.count == 5, text[text.startIndex + 2] == 0x3A,
      let hour = twoDigits(text.prefix(2)), let minute = twoDigits(text.suffix(2))
    else { return nil }
    return hour * 60 + minute
  }

  private static func twoDigits(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var value = 0
    for byte in text {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return text.count == 2 ? value : nil
  }
}
