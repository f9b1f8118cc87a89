/// A cell of a sheet as names of a workbook have it, such as `'表 1'!$A$2:$L$2`; of a range the first.
struct SheetReference: Equatable {
  let sheet: String
  let cell: CellReference

  /// Nil for anything else, such as `#REF!` where the row was deleted.
  init?(_ text: String) {
    guard let mark = text.lastIndex(of: "!") else { return nil }
    var name = String(text[..<mark])
    if name.count >= 2, name.hasPrefix("'"), name.hasSuffix("'") {
      name = String(name.dropFirst().dropLast()).replacing("''", with: "'")
    }
    let range = text[text.index(after: mark)...]
    guard !name.isEmpty, let cell = CellReference(range.prefix { $0 != ":" }.utf8) else {
      return nil
    }
    sheet = name
    self.cell = cell
  }
}
