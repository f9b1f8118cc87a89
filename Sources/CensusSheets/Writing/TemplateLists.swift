import CXlsxWriter
import CensusDomain

/// The hidden sheet of lists that are too long to stand in a cell's rule; made with the first of them.
struct TemplateLists {
  private let file: XlsxFile
  private var sheet: XlsxFile.Sheet?
  private var column = 0

  init(_ file: XlsxFile) { self.file = file }

  /// Writes a list and returns the range where it stands.
  mutating func add(_ choices: [String]) throws(CensusError) -> String {
    let sheet = try opened()
    for (row, choice) in choices.enumerated() {
      try file.check(
        worksheet_write_string(
          sheet, lxw_row_t(row), lxw_col_t(column), SheetText.prepared(choice), nil))
    }
    column += 1
    let letters = CellReference(column: column, row: 1).columnName
    let name = SheetName.quoted(SheetTemplate.lists)
    return "\(name)!$\(letters)$1:$\(letters)$\(choices.count)"
  }

  private mutating func opened() throws(CensusError) -> XlsxFile.Sheet {
    if let sheet { return sheet }
    let added = try file.addSheet(SheetTemplate.lists)
    worksheet_hide(added)
    sheet = added
    return added
  }
}
