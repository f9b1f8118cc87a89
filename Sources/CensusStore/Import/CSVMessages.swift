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

  static func header(_ file: String, _ form: Form, _ builder: ContentBuilder) -> CensusError {
    let missing = builder.missingColumns.map { "\($0.name)（\($0.label.zh)）" }
    let missingEnglish = builder.missingColumns.map { "\($0.name) (\($0.label.en))" }
    let zh =
      (missing.isEmpty ? [] : ["缺少必填列：\(missing.joined(separator: "、"))"])
      + (builder.unknownColumns.isEmpty
        ? [] : ["不认识的列：\(builder.unknownColumns.joined(separator: "、"))"])
      + (builder.repeatedField.map { ["字段 \($0.name) 有两列"] } ?? [])
    let en =
      (missing.isEmpty
        ? [] : ["required columns are missing: " + missingEnglish.joined(separator: ", ")])
      + (builder.unknownColumns.isEmpty
        ? [] : ["unknown columns: " + builder.unknownColumns.joined(separator: ", ")])
      + (builder.repeatedField.map { ["the field \($0.name) has two columns"] } ?? [])
    return CensusError(
      .invalidData, zh: "\(file) 的标题行与 \(form.code) 不符：\(zh.joined(separator: "；"))。未导入任何行。",
      en:
        "The header of \(file) does not fit \(form.code): \(en.joined(separator: "; ")). No row was imported.",
      remedy: LocalizedText(
        zh: "列名用字段名或其中文名；用 hazcensus forms show \(form.code) 查看。",
        en: "Use field names or labels as columns; see hazcensus forms show \(form.code)."))
  }
}
