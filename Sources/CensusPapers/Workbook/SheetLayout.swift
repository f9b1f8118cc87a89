import CXlsxWriter
import CensusDomain
import CensusReports
import CensusSheets

/// How a paper's sheet is shown and printed: A4 landscape, fitted to the width, headings on each page.
struct SheetLayout {
  private let sheet: XlsxFile.Sheet
  private let file: XlsxFile
  private let section: PaperSection
  private let frame: PaperFrame

  init(
    _ sheet: XlsxFile.Sheet, _ file: XlsxFile, _ section: PaperSection, _ frame: PaperFrame
  ) {
    self.sheet = sheet
    self.file = file
    self.section = section
    self.frame = frame
  }

  func set() throws(CensusError) {
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, SheetLayout.paperA4)
    worksheet_fit_to_pages(sheet, 1, 0)
    // Inches: left, right, top, bottom.
    worksheet_set_margins(sheet, 0.55, 0.55, 0.7, 0.75)
    worksheet_center_horizontally(sheet)
    worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    let above = PaperAddress.rowsAbove
    let headings = section.grid.headingRows
    if headings > 0 {
      try file.check(
        worksheet_repeat_rows(sheet, lxw_row_t(above), lxw_row_t(above + headings - 1)))
    }
    worksheet_freeze_panes(sheet, lxw_row_t(above + headings), 0)
    try setFurniture()
    let last = PaperAddress(
      section: section.id,
      place: CellPlace(row: section.grid.rows.count, column: section.grid.columns.count - 1))
    // Codes are digits that are text on purpose.
    try file.check(
      worksheet_ignore_errors(
        sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:\(last.cell)"))
  }

  /// Sets what stands above and below each printed page.
  private func setFurniture() throws(CensusError) {
    if let draft = frame.draft {
      try file.check(worksheet_set_header(sheet, "&C&\"黑体,常规\"&14\(draft)"))
    }
    let font = "&\"宋体,常规\"&9"
    // A space keeps a digit of the number from being read as one of the size.
    let left = "&L\(font) \(SheetLayout.escaped(frame.number, to: 50))"
    let middle = "&C\(font) \(frame.pages("&P", of: "&N"))"
    let right = "&R\(font) \(SheetLayout.escaped(frame.snapshot, to: 60))"
    try file.check(worksheet_set_footer(sheet, left + middle + right))
  }

  private static func escaped(_ text: String, to most: Int) -> String {
    SheetText.cut(text.replacing("\n", with: " "), to: most).replacing("&", with: "&&")
  }

  /// ECMA-376 Part 1, 18.3.1.63.
  private static let paperA4: UInt8 = 9
}
