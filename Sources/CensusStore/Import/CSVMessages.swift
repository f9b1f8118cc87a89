import CensusAPI
import CensusDomain
import CensusForms

/// What an import says of rows and headers that it cannot read.
enum CSVMessages {
  static func describe(_ failure: CSVReader.Failure) -> Finding {
    let message =
      switch failure {
      case .textAfterQuote:
        LocalizedText(
          zh: "引号结束后还有文字；字段内的引号须写两次。",
          en: "There is text after a closing quote; a quote inside a field must be doubled.")
      case .unclosedQuote:
        LocalizedText(zh: "引号没有结束。", en: "A quote is not closed.")
      case .tooLong:
        LocalizedText(
          zh: "该行超过 \(CSVReader.maximumRecordBytes) 字节。",
          en: "The row has more than \(CSVReader.maximumRecordBytes) bytes.")
      }
    return Finding(pointer: "", rule: "csv", level: .error, message: message)
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
    let en =
      (missing.isEmpty
        ? [] : ["required columns are missing: " + missingEnglish.joined(separator: ", ")])
      + (builder.unknownColumns.isEmpty
        ? [] : ["unknown columns: " + builder.unknownColumns.joined(separator: ", ")])
    return CensusError(
      .invalidData, zh: "\(file) 的标题行与 \(form.code) 不符：\(zh.joined(separator: "；"))。未导入任何行。",
      en:
        "The header of \(file) does not fit \(form.code): \(en.joined(separator: "; ")). No row was imported.",
      remedy: LocalizedText(
        zh: "列名用字段名或其中文名；用 hazcensus forms show \(form.code) 查看。",
        en: "Use field names or labels as columns; see hazcensus forms show \(form.code)."))
  }
}
