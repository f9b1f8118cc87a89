import CensusAPI
import CensusDomain
import CensusForms
import CensusSheets
import Foundation

/// Tables: CSV and workbooks.
extension EntryImporter {
  /// The form of a table's rows: the caller's, the mapping's, or the one that a template names.
  private func tableForm(_ template: TemplateKey? = nil) throws(CensusError) -> Form {
    if let code = plan.mapping?.form ?? template?.form, plan.form == nil {
      return try catalogue.require(code)
    }
    guard let form = plan.form else {
      throw CensusError(
        .usage, zh: "表格文件需用 --form 指明调查表。", en: "A table needs --form to name its form.")
    }
    return form
  }

  /// Reads a CSV in whatever encoding it is.
  func readCSV() throws(CensusError) {
    let table = TableIntake(self, try tableForm(), headerRow: plan.mapping?.headerRow ?? 1)
    var reader = CSVReader()
    var goesOn = true
    let take: CSVReader.Emit = { number, record in
      guard goesOn else { return }
      switch record {
      case .failure(let failure): try table.failed(number, failure)
      case .success(let cells):
        goesOn = try table.row(number, CSVTable.unpadded(cells).map { Cell($0) })
      }
    }
    var decoder = TextDecoder(sniffing: try head())
    // UTF-8 is looked at row by row, so that a broken row does not stop the others.
    let isUTF8 = decoder.encoding == .utf8
    try pieces { piece in
      guard !isUTF8 else {
        try reader.feed(piece, take)
        return goesOn
      }
      try decoder.feed(Array(piece)) { (text: [UInt8]) throws(CensusError) in
        do {
          try reader.feed(text, take)
        } catch {
          throw EntryImporter.asCensusError(error, reading: self.file)
        }
      }
      return goesOn
    }
    guard goesOn else { return }
    try decoder.finish()
    do {
      try reader.finish(take)
    } catch {
      throw EntryImporter.asCensusError(error, reading: file)
    }
    try table.finish()
  }

  /// Reads a sheet of a workbook; our own template says itself where its columns and rows are.
  func readWorkbook() throws(CensusError) {
    let workbook = try WorkbookReader(path: file)
    let template = plan.mapping == nil ? try workbook.templateKey() : nil
    let table = TableIntake(
      self, try tableForm(template), headerRow: plan.mapping?.headerRow ?? template?.keyRow ?? 1,
      firstRow: template?.firstRow)
    let sheet = plan.sheet ?? plan.mapping?.sheet ?? template?.sheet
    // Rows are saved as they come, so a damaged sheet must be found out before the first.
    try workbook.prove(sheet: sheet)
    try workbook.rows(ofSheet: sheet) {
      (row: SheetRow) throws(CensusError) -> Bool in
      do {
        return try table.row(row.number, row.cells.map(Cell.init))
      } catch {
        throw EntryImporter.asCensusError(error, reading: self.file)
      }
    }
    try table.finish()
  }
}

extension Cell {
  /// What a workbook's cell means to a form.
  fileprivate init(_ cell: SheetCell) {
    let kind: Kind =
      switch cell.kind {
      case .text, .empty: .text
      case .number: .number
      case .date: .date
      case .boolean: .boolean
      case .error: .formula
      }
    let text = cell.kind == .number ? Cell.fifteenDigits(cell.text) : cell.text
    self.init(text, kind: cell.isFormula ? .formula : kind)
  }

  /// A number as the spreadsheet showed it: 85.6 stands in the file as 85.599999999999994, the binary
  /// number next to it, and spreadsheets keep fifteen digits.
  private static func fifteenDigits(_ text: [UInt8]) -> [UInt8] {
    guard text.count > 16, let number = Double(String(decoding: text, as: UTF8.self)) else {
      return text
    }
    return Array(String(format: "%.15g", number).utf8)
  }
}
