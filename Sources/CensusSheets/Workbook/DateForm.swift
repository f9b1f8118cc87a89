/// How much of a moment a number format shows.
enum DateForm: UInt8 {
  case date, dateTime, time

  /// The built-in formats (ECMA-376 Part 1, 18.8.30); 27 to 36 and 50 to 58 as for Chinese (zh-cn).
  ///
  /// 46 is `[h]:mm:ss`, an elapsed time, which stays a number.
  init?(builtIn id: Int) {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35, 45, 47, 55, 56: self = .time
    case 22: self = .dateTime
    default: return nil
    }
  }

  /// Reads a format's code such as `yyyy"年"m"月"d"日"` (ECMA-376 Part 1, 18.8.31).
  ///
  /// Nil for formats of numbers and text, and for `[h]:mm` and the like: an elapsed time may be longer
  /// than a day and stays a number.
  init?(code: String) {
    guard !code.lowercased().contains("general"), let letters = DateForm.letters(code) else {
      return nil
    }
    func has(_ wanted: String) -> Bool { letters.contains { wanted.contains($0) } }
    let hasTime = has("hs")
    // Digits stand for numbers, or behind seconds for parts of them.
    if has("0#?"), !hasTime { return nil }
    // A lone m is a month; beside hours or seconds it is minutes.
    let hasDate = has("yegd") || (has("m") && !hasTime)
    switch (hasDate, hasTime) {
    case (true, true): self = .dateTime
    case (true, false): self = .date
    case (false, true): self = .time
    case (false, false): return nil
    }
  }

  /// The small letters and signs of the first section that are not literal; nil for elapsed times.
  private static func letters(_ code: String) -> [Character]? {
    var rest = code.lowercased()[...]
    var letters: [Character] = []
    while let letter = rest.popFirst(), letter != ";" {
      switch letter {
      case "\"":
        rest = rest.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*":
        rest = rest.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        rest = rest.dropFirst(inside.count + 1)
        if let first = inside.first, "hms".contains(first), inside.allSatisfy({ $0 == first }) {
          return nil
        }
      case "a":
        if rest.hasPrefix("m/pm") { rest = rest.dropFirst(4) }
      default:
        letters.append(letter)
      }
    }
    return letters
  }
}
