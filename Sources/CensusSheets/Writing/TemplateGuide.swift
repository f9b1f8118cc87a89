import CXlsxWriter
import CensusDomain

/// The sheet of a template that explains it and says of what form and version it is.
struct TemplateGuide {
  private let file: XlsxFile
  private let sheet: XlsxFile.Sheet
  private let plain: XlsxFile.Format
  private let bold: XlsxFile.Format
  private let large: XlsxFile.Format

  init(_ file: XlsxFile) throws(CensusError) {
    self.file = file
    sheet = try file.addSheet(SheetTemplate.guide)
    plain = try file.addFormat { format in
      format_set_num_format(format, "@")
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    }
    bold = try file.addFormat { format_set_bold($0) }
    large = try file.addFormat { format in
      format_set_bold(format)
      format_set_font_size(format, 14)
    }
  }

  /// Writes title, form, version, advice and the table of columns.
  func write(_ template: SheetTemplate) throws(CensusError) {
    var row: UInt32 = 0
    func line(_ texts: [String], _ format: XlsxFile.Format) throws(CensusError) {
      for (column, text) in texts.enumerated() where !text.isEmpty {
        try file.check(
          worksheet_write_string(
            sheet, row, lxw_col_t(column), SheetText.prepared(text), format))
      }
      row += 1
    }
    let widths: [Double] = [20, 24, 6, 8, 10, 40, 40, 20]
    for (column, width) in widths.enumerated() {
      let place = lxw_col_t(column)
      try file.check(worksheet_set_column(sheet, place, place, width, nil))
    }
    try line([template.title], large)
    try line(["表代码", template.form], plain)
    try file.define(TemplateNames.form, as: "\(name)!$B$\(row)")
    try line(["版本", template.version], plain)
    try file.define(TemplateNames.version, as: "\(name)!$B$\(row)")
    let advice = [
      "在表“\(template.sheet)”中从第 \(TemplateRows.first + 1) 行起填写，灰色的示例行不会导入。",
      "橙色表头为必填。请勿删改表头下面的灰色字段行和本表的表代码、版本。",
    ]
    // Notes run over the columns beside them, so they are not wrapped.
    let note = try file.addFormat()
    for text in advice + template.notes { try line([text], note) }
    row += 1
    try line(["列名", "字段", "必填", "类型", "单位", "填写说明", "可选值", "示例"], bold)
    for column in template.columns {
      let choices = column.shownChoices.joined(separator: "；")
      try line(
        [
          column.header, column.key, column.isRequired ? "是" : "否", kindName(column.kind),
          column.unit ?? "", column.hint ?? "", choices, column.example,
        ], plain)
    }
  }

  private var name: String { SheetName.quoted(SheetTemplate.guide) }

  private func kindName(_ kind: TemplateColumn.Kind) -> String {
    switch kind {
    case .text: "文本"
    case .code: "代码"
    case .integer: "整数"
    case .number: "数值"
    case .date: "日期"
    case .choice: "单选"
    case .multiChoice: "多选"
    case .boolean: "是/否"
    case .json: "JSON"
    }
  }
}
