import CXlsxWriter
import CensusDomain

/// The lists, limits and advice that a spreadsheet program shows at a template's cells.
struct TemplateValidation {
  private let file: XlsxFile
  private let sheet: XlsxFile.Sheet

  init(_ file: XlsxFile, _ sheet: XlsxFile.Sheet) {
    self.file = file
    self.sheet = sheet
  }

  /// Adds what helps to fill in a column; a list that is too long goes to `lists`.
  func add(
    _ column: TemplateColumn, at place: lxw_col_t, _ lists: inout TemplateLists
  ) throws(CensusError) {
    let strings = CStrings()
    var rule = lxw_data_validation()
    rule.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    rule.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
    rule.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
    rule.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_STOP.rawValue)
    rule.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
    if !column.advice.isEmpty {
      rule.input_title = strings.copy(SheetText.cut(column.header, to: 32))
      rule.input_message = strings.copy(SheetText.cut(column.advice, to: 255))
    }
    var list: [UnsafeMutablePointer<CChar>?] = []
    switch column.kind {
    case .choice, .boolean:
      let choices = column.shownChoices
      guard !choices.isEmpty else { return }
      rule.error_message = strings.copy("请从列表中选择。")
      if TemplateValidation.fits(choices) {
        rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
        list = choices.map { strings.copy($0) } + [nil]
      } else {
        rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
        rule.value_formula = strings.copy("=" + (try lists.add(choices)))
      }
    case .integer:
      rule.validate = UInt8(LXW_VALIDATION_TYPE_INTEGER.rawValue)
      (rule.minimum_number, rule.maximum_number) = (-1e15, 1e15)
      rule.error_message = strings.copy("请填写整数。")
    case .number:
      rule.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      (rule.minimum_number, rule.maximum_number) = (-1e15, 1e15)
      rule.error_message = strings.copy("请填写数字。")
    case .date:
      rule.validate = UInt8(LXW_VALIDATION_TYPE_DATE.rawValue)
      (rule.minimum_datetime.year, rule.maximum_datetime.year) = (1900, 9999)
      (rule.minimum_datetime.month, rule.minimum_datetime.day) = (1, 1)
      (rule.maximum_datetime.month, rule.maximum_datetime.day) = (12, 31)
      rule.error_message = strings.copy("请填写日期，例如 2024-05-01。")
    case .text, .code, .multiChoice, .json:
      guard rule.input_message != nil else { return }
      rule.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    }
    let answer = list.withUnsafeMutableBufferPointer { pointers in
      rule.value_list = pointers.isEmpty ? nil : pointers.baseAddress
      return worksheet_data_validation_range(
        sheet, TemplateRows.first, place, TemplateRows.last, place, &rule)
    }
    try file.check(answer)
  }

  /// Whether a list can stand in the rule itself: at most 255 characters with commas between
  /// (ECMA-376 Part 1, 18.3.1.32 and Excel's own limit), and no comma or quote inside.
  private static func fits(_ choices: [String]) -> Bool {
    let length = choices.reduce(0) { $0 + $1.utf16.count + 1 } - 1
    return length <= 255 && !choices.contains { $0.contains { ",\"".contains($0) } }
  }
}
