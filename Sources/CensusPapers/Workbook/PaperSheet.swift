import CXlsxWriter
import CensusDomain
import CensusReports
import CensusSheets

/// Writes one section of a paper as a sheet.
///
/// Above the table stand as many rows as addresses count with: title, subtitle, office lines, heading.
struct PaperSheet {
  private let sheet: XlsxFile.Sheet
  private let file: XlsxFile
  private let styles: WorkbookStyles
  private let section: PaperSection
  private let frame: PaperFrame
  private let heights: RowHeights

  init(
    _ section: PaperSection, name: String, in file: XlsxFile, _ styles: WorkbookStyles,
    _ frame: PaperFrame
  ) throws(CensusError) {
    sheet = try file.addSheet(name)
    self.file = file
    self.styles = styles
    self.section = section
    self.frame = frame
    heights = RowHeights(widths: section.grid.columns.map(\.width))
  }

  /// Writes all but the charts.
  ///
  /// - Parameter notes: what stands below the section's remarks.
  /// - Returns: the first row that is free, and the width of the table in pixels.
  func write(notes: [String]) throws(CensusError) -> (row: Int, pixels: Int) {
    for (column, shape) in section.grid.columns.enumerated() {
      let place = lxw_col_t(column)
      try file.check(worksheet_set_column(sheet, place, place, Double(shape.width) + 1, nil))
    }
    try writeHead()
    try SheetTable(section, sheet, file, styles, frame.language).write()
    var row = PaperAddress.rowsAbove + section.grid.rows.count
    for text in section.remarks.map({ PaperText.shown($0[frame.language]) }) + notes {
      try writeLine(text, .note, at: row)
      row += 1
    }
    try SheetLayout(sheet, file, section, frame).set()
    // Seven pixels a character and five of margin (ECMA-376 Part 1, 18.3.1.13).
    return (row + 1, section.grid.columns.reduce(0) { $0 + ($1.width + 1) * 7 + 5 })
  }

  /// Puts a chart at a row.
  func insert(
    _ chart: UnsafeMutablePointer<lxw_chart>, at row: Int, scaledBy scale: (x: Double, y: Double),
    description: String
  ) throws(CensusError) {
    let strings = CStrings()
    var options = lxw_chart_options()
    (options.x_scale, options.y_scale) = scale
    options.description = strings.copy(description)
    try file.check(worksheet_insert_chart_opt(sheet, lxw_row_t(row), 0, chart, &options))
  }

  private func writeHead() throws(CensusError) {
    let lines: [(String, WorkbookStyles.Look.Part)] = [
      (frame.title, .title), (frame.subtitle, .subtitle), (frame.officeLine, .office),
      (PaperText.shown(section.title[frame.language]), .heading),
    ]
    // Addresses count with these rows.
    precondition(lines.count == PaperAddress.rowsAbove)
    for (row, line) in lines.enumerated() { try writeLine(line.0, line.1, at: row) }
  }

  /// Writes a text over all columns.
  private func writeLine(
    _ text: String, _ part: WorkbookStyles.Look.Part, at row: Int
  ) throws(CensusError) {
    let format = try styles.format(.init(part: part))
    let height = heights.height(of: text, size: WorkbookStyles.size(part))
    let last = section.grid.columns.count - 1
    try file.check(worksheet_set_row(sheet, lxw_row_t(row), height, nil))
    if last > 0 {
      try file.check(
        worksheet_merge_range(
          sheet, lxw_row_t(row), 0, lxw_row_t(row), lxw_col_t(last), "", format))
    }
    try file.check(
      worksheet_write_string(sheet, lxw_row_t(row), 0, SheetText.prepared(text), format))
  }
}
