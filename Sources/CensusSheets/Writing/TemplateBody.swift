import CXlsxWriter
import CensusDomain

/// The sheet of a template that is filled in.
struct TemplateBody {
  private let file: XlsxFile
  private let sheet: XlsxFile.Sheet
  private let formats: TemplateFormats

  init(_ file: XlsxFile, _ sheet: XlsxFile.Sheet) throws(CensusError) {
    self.file = file
    self.sheet = sheet
    formats = try TemplateFormats(file)
  }

  /// Writes a column's header, key, advice and example, and how its cells look.
  func write(_ column: TemplateColumn, at place: lxw_col_t) throws(CensusError) {
    // The format of the column holds for every row that has none of its own, so no cell is written.
    try file.check(
      worksheet_set_column(sheet, place, place, column.width, formats.cell(column.kind)))
    let header = column.isRequired ? formats.requiredHeader : formats.header
    try write(column.header, TemplateRows.header, place, header)
    try write(column.key, TemplateRows.keys, place, formats.key)
    try write(column.advice, TemplateRows.advice, place, formats.advice)
    try writeExample(column, at: place)
  }

  /// Sets how the sheet is shown and printed.
  func layOut(_ template: SheetTemplate) throws(CensusError) {
    for (row, height) in [
      (TemplateRows.header, 32.0), (TemplateRows.keys, 14), (TemplateRows.advice, 48),
      (TemplateRows.example, 18),
    ] {
      try file.check(worksheet_set_row(sheet, row, height, nil))
    }
    worksheet_freeze_panes(sheet, TemplateRows.first, 0)
    worksheet_set_landscape(sheet)
    worksheet_set_paper(sheet, TemplateBody.paperA4)
    try file.check(worksheet_repeat_rows(sheet, TemplateRows.header, TemplateRows.advice))
    // The first column says which object the rows of a further page are about.
    try file.check(worksheet_repeat_columns(sheet, 0, 0))
    let title = SheetText.cut(template.title, to: 60).replacing("&", with: "&&")
    try file.check(worksheet_set_header(sheet, "&C&\"宋体,常规\"&14\(title)"))
    try file.check(worksheet_set_footer(sheet, "&C&\"宋体,常规\"第 &P 页，共 &N 页"))
    let all = "A1:\(CellReference(column: template.columns.count, row: Int(TemplateRows.last) + 1))"
    // Codes are digits that are text on purpose.
    try file.check(
      worksheet_ignore_errors(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), all))
    worksheet_activate(sheet)
  }

  private func writeExample(
    _ column: TemplateColumn, at place: lxw_col_t
  ) throws(CensusError) {
    let format = formats.example(column.kind)
    let row = TemplateRows.example
    switch column.kind {
    case .integer, .number:
      if let number = Double(column.example), number.isFinite {
        return try file.check(worksheet_write_number(sheet, row, place, number, format))
      }
    case .date:
      if let day = CivilDate(column.example) {
        let (year, month, date) = day.parts
        var moment = lxw_datetime()
        (moment.year, moment.month, moment.day) = (Int32(year), Int32(month), Int32(date))
        return try file.check(worksheet_write_datetime(sheet, row, place, &moment, format))
      }
    case .text, .code, .choice, .multiChoice, .boolean, .json: break
    }
    try write(column.example, row, place, format)
  }

  private func write(
    _ text: String, _ row: UInt32, _ column: lxw_col_t, _ format: XlsxFile.Format?
  ) throws(CensusError) {
    try file.check(
      worksheet_write_string(sheet, row, column, SheetText.prepared(text), format))
  }

  /// ECMA-376 Part 1, 18.3.1.63.
  private static let paperA4: UInt8 = 9
}
