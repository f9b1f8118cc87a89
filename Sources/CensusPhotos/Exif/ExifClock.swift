import CensusDomain

/// A day and a second of it, as EXIF writes them.
struct ExifClock: Equatable {
  let day: CivilDate
  let second: Int

  /// Reads `YYYY:MM:DD HH:MM:SS`; nil for anything else and for times that do not exist.
  init?(dateTime: String) {
    let parts = ExifClock.numbers(dateTime, like: "0000:00:00 00:00:00")
    guard let parts, parts[3] < 24, parts[4] < 60, parts[5] < 60,
      let day = CivilDate(year: parts[0], month: parts[1], day: parts[2])
    else { return nil }
    self.day = day
    second = parts[3] * 3600 + parts[4] * 60 + parts[5]
  }

  /// Reads an offset from UTC such as `+08:00`, in minutes; nil for anything else.
  static func offset(_ text: String) -> Int? {
    guard let sign = text.first, sign == "+" || sign == "-",
      let parts = numbers(String(text.dropFirst()), like: "00:00"), parts[1] < 60
    else { return nil }
    let minutes = parts[0] * 60 + parts[1]
    // The zones in use lie between -12:00 and +14:00.
    guard minutes <= 14 * 60 else { return nil }
    return sign == "-" ? -minutes : minutes
  }

  /// The numbers in a text that has digits where `pattern` has zeros, and is the same elsewhere.
  private static func numbers(_ text: String, like pattern: String) -> [Int]? {
    let fits =
      text.utf8.count == pattern.utf8.count
      && zip(text.utf8, pattern.utf8).allSatisfy { byte, model in
        model == UInt8(ascii: "0") ? (0x30...0x39).contains(byte) : byte == model
      }
    return fits ? text.split { $0 == ":" || $0 == " " }.compactMap { Int($0) } : nil
  }
}
