/// Names of sheets that spreadsheet programs take.
package enum SheetName {
  /// The longest name, UTF-16 units.
  private static let longest = 31

  /// The name with `[]:*?/\` and quotes at its ends replaced, cut where it is too long.
  package static func valid(_ name: String) -> String {
    var letters = name.map { "[]:*?/\\".contains($0) ? "_" : $0 }
    if letters.first == "'" { letters[0] = "_" }
    let cut = SheetText.cut(String(letters), to: longest)
    let ended = cut.hasSuffix("'") ? cut.dropLast() + "_" : cut
    return ended.isEmpty ? "_" : ended
  }

  /// The name as formulas have it.
  package static func quoted(_ name: String) -> String {
    "'" + name.replacing("'", with: "''") + "'"
  }
}
