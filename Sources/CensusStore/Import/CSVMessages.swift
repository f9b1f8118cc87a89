import CensusAPI
import CensusDomain
import CensusForms

/// What an import says of rows and headers that it cannot read.
enum CSVMessages {
  static func describe(_ failure: CSVReader.Failure) -> Finding {
    Finding(pointer: "", rule: "csv", level: .error, message: failure.message)
  }

  /// A file whose very header cannot be read is no row's fault.
  static func headerOf(_ file: String, _ failure: CSVReader.Failure) -> LocalizedText {
    LocalizedText(
      zh: "\(file) 的标题行无法读取：\(failure.message.zh)未导入任何行。",
      en: "The header of \(file) cannot be read: \(failure.message.en) No row was imported.")
  }

  static func surplus(_ cells: Int, of columns: Int) -> Finding {
    Finding(
      pointer: "", rule: "csv", level: .error, message: CSVTable.surplus(cells, of: columns))
  }

  static let noForm = Finding(
    pointer: "", rule: "form", level: .error,
    message: LocalizedText(
      zh: "该行没有指明调查表；写成 {\"form\":…,\"content\":…} 或用 --form。",
      en: "The line names no form; write {\"form\":…,\"content\":…} or give --form."))

  static func unknownForm(_ code: String) -> Finding {
    Finding(
      pointer: "", rule: "form", level: .error,
      message: LocalizedText(
        zh: "没有代码为“\(code)”的调查表。", en: "There is no form “\(code)”."))
  }

  /// Why the columns cannot be bound to the form's fields.
  static func header(
    _ file: String, _ form: Form, _ binding: ColumnBinding, isMapped: Bool
  ) -> CensusError {
    var zh: [String] = []
    var en: [String] = []
    func tell(_ names: [String], zh chinese: String, en english: String) {
      guard !names.isEmpty else { return }
      zh.append(chinese + names.joined(separator: "、"))
      en.append(english + names.joined(separator: ", "))
    }
    let missing = binding.missingFields
    if !missing.isEmpty {
      zh.append("缺少必填列：" + missing.map { "\($0.name)（\($0.label.zh)）" }.joined(separator: "、"))
      en.append(
        "required columns are missing: "
          + missing.map { "\($0.name) (\($0.label.en))" }.joined(separator: ", "))
    }
    if !isMapped { tell(binding.unknownColumns, zh: "不认识的列：", en: "unknown columns: ") }
    tell(
      binding.unknownInMapping, zh: "映射文件中有、而表或文件中没有的名称：",
      en: "the mapping names what neither form nor file has: ")
    if let field = binding.repeatedField {
      zh.append("字段 \(field.name) 有两列")
      en.append("the field \(field.name) has two columns")
    }
    return CensusError(
      .invalidData, zh: "\(file) 的标题行与 \(form.code) 不符：\(zh.joined(separator: "；"))。未导入任何行。",
      en:
        "The header of \(file) does not fit \(form.code): \(en.joined(separator: "; ")). No row was imported.",
      remedy: LocalizedText(
        zh: "列名用字段名或其中文名（hazcensus forms show \(form.code)）；别人的表格用 --map 说明各列的含义。",
        en: """
          Use field names or labels as columns (hazcensus forms show \(form.code)); for somebody else's \
          table say by --map what its columns are.
          """))
  }
}
