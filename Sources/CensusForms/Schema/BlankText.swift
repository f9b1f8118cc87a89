/// The pattern by which a form refuses a text of spaces alone, the only one that is not anchored.
///
/// It lists the characters themselves, because `\s` means other characters to each regular
/// expression engine: tab to carriage return, space, no-break space, U+2000 to U+200B, the
/// ideographic space and the byte order mark.
enum BlankText {
  static let pattern = "[^\t-\r \u{A0}\u{2000}-\u{200B}\u{3000}\u{FEFF}]"

  /// Whether `source` is that pattern, by its bytes.
  static func isPattern(_ source: String) -> Bool { source.utf8.elementsEqual(pattern.utf8) }

  /// Whether the first byte alone shows that `text` is not blank, as with letters, digits and most
  /// Chinese characters; it saves the search in nearly every text.
  static func isSurelyFilled(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = text.first else { return false }
    switch first {
    // The ASCII blanks, and the first bytes of the others in UTF-8.
    case 0...0x20, 0xC2, 0xE2, 0xE3, 0xEF: return false
    default: return true
    }
  }
}
