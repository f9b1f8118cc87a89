import CXlsxWriter
import CensusDomain

/// Writes a plain sheet of a header and rows, such as those that an import refused.
///
/// Memory does not grow with the rows. Text is written as text: `=1+1` is no formula, and `0013` keeps
/// its zeros when somebody edits it. The file gets its name in ``finish()``; there is none before.
public final class TableWriter {
  private let file: XlsxFile
  private let sheet: XlsxFile.Sheet
  private let text: XlsxFile.Format
  private let marked: XlsxFile.Format
  private let columns: Int
  private let marksLastColumn: Bool
  private var row = 0

  /// Begins a table that will stand at `path`.
  ///
  /// - Parameters:
  ///   - sheet: the sheet's name; what spreadsheet programs do not take in it is replaced.
  ///   - marksLastColumn: whether the last column of the header is wide and red, for reasons.
  /// - Throws: ``CensusError``: `cannotCreate` where there is a file already, or of the disk.
  public init(
    path: String, sheet: String, header: [String], marksLastColumn: Bool = false
  ) throws(CensusError) {
    file = try XlsxFile(path: path, title: sheet, isStreaming: true)
    self.sheet = try file.addSheet(SheetName.valid(sheet))
    self.marksLastColumn = marksLastColumn
    columns = header.count
    text = try file.addFormat { format_set_num_format($0, "@") }
    marked = try file.addFormat { format in
      format_set_num_format(format, "@")
      format_set_font_color(format, TableWriter.red)
    }
    let bold = try file.addFormat { format_set_bold($0) }
    let last = lxw_col_t(max(0, columns - 1))
    try file.check(worksheet_set_column(self.sheet, 0, last, 16, text))
    if marksLastColumn {
      try file.check(worksheet_set_column(self.sheet, last, last, 60, marked))
    }
    worksheet_freeze_panes(self.sheet, 1, 0)
    for (column, title) in header.enumerated() { try write(title, at: column, bold) }
    row = 1
  }

  /// Adds a row.
  ///
  /// - Throws: ``CensusError``: `tooLarge` where the sheet is full, or of the disk.
  public func add(row values: [SheetValue]) throws(CensusError) {
    guard row < CellReference.lastRow, values.count <= CellReference.lastColumn else {
      throw CensusError(
        .tooLarge, zh: "一张表只能有 \(CellReference.lastRow) 行、\(CellReference.lastColumn) 列。",
        en:
          "A sheet has \(CellReference.lastRow) rows and \(CellReference.lastColumn) columns at most.",
        remedy: LocalizedText(zh: "分成几份。", en: "Split the table."))
    }
    for (column, value) in values.enumerated() {
      let isMarked = marksLastColumn && column == columns - 1
      let format = isMarked ? marked : text
      let (row, place) = (lxw_row_t(row), lxw_col_t(column))
      switch value {
      case .empty: continue
      case .text(let bytes):
        try write(String(decoding: bytes, as: UTF8.self), at: column, format)
      case .number(let number) where number.isFinite:
        try file.check(worksheet_write_number(sheet, row, place, number, nil))
      case .number(let number): try write("\(number)", at: column, format)
      case .boolean(let flag):
        try file.check(worksheet_write_boolean(sheet, row, place, flag ? 1 : 0, nil))
      }
    }
    row += 1
  }

  /// Writes the file and gives it its name; nothing can be added after that.
  ///
  /// - Throws: ``CensusError`` where the disk does not take it.
  public func finish() throws(CensusError) { try file.finish() }

  private func write(
    _ text: String, at column: Int, _ format: XlsxFile.Format
  ) throws(CensusError) {
    let prepared = SheetText.prepared(text)
    try file.check(
      worksheet_write_string(sheet, lxw_row_t(row), lxw_col_t(column), prepared, format))
  }

  private static let red: lxw_color_t = 0xC0_0000
}
