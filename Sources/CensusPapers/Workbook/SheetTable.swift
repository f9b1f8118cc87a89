import CXlsxWriter
import CensusDomain
import CensusReports
import CensusSheets

/// Writes the cells of a section's table.
///
/// Numbers are numbers, days are days, formulas carry their results, and all else is text, which is never read
/// as a formula.
struct SheetTable {
  private let section: PaperSection
  private let sheet: XlsxFile.Sheet
  private let file: XlsxFile
  private let styles: WorkbookStyles
  private let language: Language
  private let values: [CellPlace: PaperValue]
  private let placed: [(place: CellPlace, cell: PaperCell)]

  init(
    _ section: PaperSection, _ sheet: XlsxFile.Sheet, _ file: XlsxFile, _ styles: WorkbookStyles,
    _ language: Language
  ) {
    self.section = section
    self.sheet = sheet
    self.file = file
    self.styles = styles
    self.language = language
    placed = section.grid.placed
    values = Dictionary(
      placed.map { ($0.place, $0.cell.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// Writes them, and says how high they are together, points.
  func write() throws(CensusError) -> Double {
    let grid = section.grid
    let texts = placed.map { PaperText.of($0.cell, language) }
    let heights = RowHeights(widths: grid.columns.map(\.width))
      .heights(placed, texts: texts, rows: grid.rows.count)
    for (row, height) in heights.enumerated() {
      let line = lxw_row_t(row + PaperAddress.rowsAbove)
      try file.check(worksheet_set_row(sheet, line, height, nil))
    }
    for ((place, cell), text) in zip(placed, texts) {
      let number = SheetNumber(cell.value)
      let format = try styles.format(
        .init(
          part: .cell(cell.style),
          alignment: cell.alignment ?? grid.columns[place.column].alignment,
          numberFormat: SheetTable.numberFormat(cell.value, number, text)))
      try cover(cell, at: place, format)
      try write(cell, number, text, at: place, format)
    }
    return heights.reduce(0, +)
  }

  /// Joins the places of a cell, where there is more than one.
  private func cover(
    _ cell: PaperCell, at place: CellPlace, _ format: XlsxFile.Format
  ) throws(CensusError) {
    guard cell.rowSpan > 1 || cell.columnSpan > 1 else { return }
    let row = place.row + PaperAddress.rowsAbove
    try file.check(
      worksheet_merge_range(
        sheet, lxw_row_t(row), lxw_col_t(place.column), lxw_row_t(row + cell.rowSpan - 1),
        lxw_col_t(place.column + cell.columnSpan - 1), "", format))
  }

  private func write(
    _ cell: PaperCell, _ number: SheetNumber?, _ text: String, at place: CellPlace,
    _ format: XlsxFile.Format
  ) throws(CensusError) {
    let (row, column) = (
      lxw_row_t(place.row + PaperAddress.rowsAbove), lxw_col_t(place.column)
    )
    if let formula = cell.formula, !formula.operands.isEmpty {
      let written = try SheetFormula(
        formula, of: cell, at: PaperAddress(section: section.id, place: place), values: values,
        language: language)
      switch written.result {
      case .number(let result):
        try file.check(
          worksheet_write_formula_num(sheet, row, column, written.text, format, result))
      case .text(let reason):
        try file.check(
          worksheet_write_formula_str(sheet, row, column, written.text, format, reason))
      }
    } else if let number {
      try file.check(worksheet_write_number(sheet, row, column, number.value, format))
    } else if case .day(let day) = cell.value, SheetTable.isSheetDay(day) {
      var moment = lxw_datetime()
      let (year, month, date) = day.parts
      (moment.year, moment.month, moment.day) = (Int32(year), Int32(month), Int32(date))
      try file.check(worksheet_write_datetime(sheet, row, column, &moment, format))
    } else {
      try file.check(
        worksheet_write_string(sheet, row, column, SheetText.prepared(text), format))
    }
  }

  /// The number format of a cell.
  ///
  /// Text of the format `@` stays text when somebody edits the cell; Excel shows no more than 255 characters of it.
  private static func numberFormat(
    _ value: PaperValue, _ number: SheetNumber?, _ text: String
  ) -> String {
    if let number { return number.format }
    switch value {
    case .day(let day) where isSheetDay(day): return "yyyy-mm-dd"
    case .typed, .code, .decimal: return text.utf16.count <= 255 ? "@" : "General"
    default: return "General"
    }
  }

  /// Sheets count days from 1900 on.
  private static func isSheetDay(_ day: CivilDate) -> Bool { day.parts.year >= 1900 }
}
