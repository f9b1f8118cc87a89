import CXlsxWriter
import CensusDomain

/// Writes templates.
///
/// On the first sheet stand headers, keys, units and hints, and a grey example, frozen above the rows
/// to be filled in; a sheet 说明 explains the columns and holds form and version; long lists are on
/// a hidden sheet 列表. Names of the workbook (`hc_…`) say where all that is. There are no formulas.
/// The same template gives the same bytes.
public enum TemplateWriter {
  /// Writes a template to a new file at `path`.
  ///
  /// - Throws: ``CensusError``: `cannotCreate` where there is a file already, `usage` where there are no
  ///   columns or too many, or of the disk.
  public static func write(_ template: SheetTemplate, to path: String) throws(CensusError) {
    guard (1...CellReference.lastColumn).contains(template.columns.count) else {
      throw CensusError(
        .usage, zh: "模板 \(template.form) 应有 1 至 \(CellReference.lastColumn) 列。",
        en: "The template \(template.form) needs 1 to \(CellReference.lastColumn) columns.")
    }
    let file = try XlsxFile(path: path, title: template.title, isStreaming: false)
    let sheet = try file.addSheet(template.sheet)
    try TemplateGuide(file).write(template)
    var lists = TemplateLists(file)
    let body = try TemplateBody(file, sheet)
    for (index, column) in template.columns.enumerated() {
      try body.write(column, at: lxw_col_t(index))
      try TemplateValidation(file, sheet).add(column, at: lxw_col_t(index), &lists)
    }
    try body.layOut(template)
    try define(template, in: file)
    try file.finish()
  }

  private static func define(
    _ template: SheetTemplate, in file: XlsxFile
  ) throws(CensusError) {
    let sheet = SheetName.quoted(template.sheet)
    let last = CellReference(column: template.columns.count, row: 1).columnName
    for (name, row) in [
      (TemplateNames.header, TemplateRows.header), (TemplateNames.keys, TemplateRows.keys),
      (TemplateNames.advice, TemplateRows.advice), (TemplateNames.example, TemplateRows.example),
      (TemplateNames.firstRow, TemplateRows.first),
    ] {
      try file.define(name, as: "\(sheet)!$A$\(row + 1):$\(last)$\(row + 1)")
    }
  }
}
