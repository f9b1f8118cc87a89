/// How many columns of a terminal a text takes.
enum DisplayWidth {
  /// The columns of `text`: two for wide characters, none for combining ones, else one.
  static func of(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  /// `text` without what would break a table or drive a terminal.
  ///
  /// Control characters become spaces; bidirectional controls (UAX #9, section 2) vanish, since they
  /// could show a name in another order than it is stored.
  static func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029: result.append(" ")
      case 0x200E, 0x200F, 0x061C, 0x202A...0x202E, 0x2066...0x2069: continue
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }
  }

  /// The blocks whose characters are Wide or Fullwidth by UAX #11, East Asian Width.
  ///
  /// Whole blocks are taken, as UAX #11 does for unassigned ideographs; "ambiguous" characters such
  /// as `①` or `×` count one column, as its section 5 recommends outside legacy character sets.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F,  // Hangul Jamo, leading consonants
    0x2E80...0x303E,  // CJK radicals to CJK symbols and punctuation
    0x3041...0x33FF,  // Kana, Bopomofo, Hangul compatibility, enclosed and compatibility CJK
    0x3400...0x4DBF,  // CJK extension A
    0x4E00...0x9FFF,  // CJK unified ideographs
    0xA000...0xA4CF,  // Yi
    0xA960...0xA97F,  // Hangul Jamo extended A
    0xAC00...0xD7A3,  // Hangul syllables
    0xF900...0xFAFF,  // CJK compatibility ideographs
    0xFE10...0xFE19,  // Vertical forms
    0xFE30...0xFE6F,  // CJK compatibility forms, small form variants
    0xFF01...0xFF60,  // Fullwidth forms
    0xFFE0...0xFFE6,  // Fullwidth signs
    0x1F300...0x1F64F,  // Pictographs and emoticons
    0x1F680...0x1F6FF,  // Transport and map symbols
    0x1F900...0x1F9FF,  // Supplemental pictographs
    0x20000...0x2FFFD,  // Supplementary ideographic plane
    0x30000...0x3FFFD,  // Tertiary ideographic plane
  ]
}
