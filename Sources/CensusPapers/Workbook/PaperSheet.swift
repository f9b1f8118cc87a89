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
  /// - Returns: what is free below.
  func write(notes: [String]) throws(CensusError) -> SheetRoom {
    for (column, shape) in section.grid.columns.enumerated() {
      let place = lxw_col_t(column)
      try file.check(worksheet_set_column(sheet, place, place, Double(shape.width) + 1, nil))
    }
    var height = try writeHead()
    height += try SheetTable(section, sheet, file, styles, frame.language).write()
    var row = PaperAddress.rowsAbove + section.grid.rows.count
    for text in section.remarks.map({ PaperText.shown($0[frame.language]) }) + notes {
      height += try writeLine(text, .note, at: row)
      row += 1
    }
    try SheetLayout(sheet, file, section, frame).set()
    return SheetRoom(section.grid.columns, row: row + 1, height: height)
  }

  /// Puts charts below all else, each on a page of its own where the page that is begun has no room for it.
  func insert(
    _ charts: [(chart: PaperChart, native: NativeChart)], into room: SheetRoom
  ) throws(CensusError) {
    let strings = CStrings()
    var room = room
    var breaks: [lxw_row_t] = []
    for (chart, native) in charts {
      let (row, scale, isBroken) = room.take(chart)
      var options = lxw_chart_options()
      (options.x_scale, options.y_scale) = scale
      // On the edge of a page its frame would be printed on both.
      options.y_offset = 6
      options.description = strings.copy(PaperText.shown(chart.title[frame.language]))
      try file.check(
        worksheet_insert_chart_opt(sheet, lxw_row_t(row), 0, native.chart, &options))
      if isBroken { breaks.append(lxw_row_t(row)) }
    }
    guard !breaks.isEmpty else { return }
    // The list ends with 0.
    breaks.append(0)
    try file.check(worksheet_set_h_pagebreaks(sheet, &breaks))
  }

  private func writeHead() throws(CensusError) -> Double {
    let lines: [(String, WorkbookStyles.Look.Part)] = [
      (frame.title, .title), (frame.subtitle, .subtitle), (frame.officeLine, .office),
      (PaperText.shown(section.title[frame.language]), .heading),
    ]
    // Addresses count with these rows.
    precondition(lines.count == PaperAddress.rowsAbove)
    var height = 0.0
    for (row, line) in lines.enumerated() { height += try writeLine(line.0, line.1, at: row) }
    return height
  }

  /// Writes a text over all columns, and says how high its row is, points.
  private func writeLine(
    _ text: String, _ part: WorkbookStyles.Look.Part, at row: Int
  ) throws(CensusError) -> Double {
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
    return height
  }
}
