/// Text as a cell can hold it.
package enum SheetText {
  /// The longest text of a cell, UTF-16 units (Excel specifications and limits, support.microsoft.com).
  static let longest = 32_767

  /// Text that any spreadsheet program opens: cut with an ellipsis where it is too long, what XML
  /// cannot hold replaced, and what reads like an escape (`_x0041_`) escaped.
  ///
  /// Control characters are left, because libxlsxwriter escapes them.
  package static func prepared(_ text: String) -> String {
    var prepared = text
    if text.unicodeScalars.contains(where: { isForbidden($0) }) {
      let scalars = text.unicodeScalars.map { isForbidden($0) ? "\u{FFFD}" : $0 }
      prepared = String(String.UnicodeScalarView(scalars))
    }
    if prepared.contains("_x") {
      prepared = prepared.replacing(/_(?=x[0-9A-Fa-f]{4}_)/, with: "_x005F_")
    }
    return cut(prepared, to: longest)
  }

  /// The text, cut with an ellipsis where it has more than `most` UTF-16 units.
  package static func cut(_ text: String, to most: Int) -> String {
    guard text.utf16.count > most else { return text }
    let end = text.utf16.index(text.startIndex, offsetBy: most - 1)
    // The place may lie within a character, which is left out then.
    let whole = text.index(text.startIndex, offsetBy: text[..<end].count)
    return text[..<min(whole, end)] + "…"
  }

  private static func isForbidden(_ scalar: UnicodeScalar) -> Bool {
    scalar == "\0" || scalar.value == 0xFFFE || scalar.value == 0xFFFF
  }
}
