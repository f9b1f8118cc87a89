import CensusDomain
import CensusForms
import CensusReports
import CensusStore

/// What an import says to the person.
enum ImportTalk {
  static func progress(
    _ report: ImportReport, _ bytes: Int, of size: Int, on line: ProgressLine
  ) {
    let percent = size > 0 ? min(100, bytes * 100 / size) : 100
    line.show(
      LocalizedText(
        zh: "已读 \(report.read) 行（\(percent)%），保存 \(report.saved)，拒绝 \(report.refused)",
        en:
          "read \(report.read) rows (\(percent)%), saved \(report.saved), refused \(report.refused)"
      ))
  }

  static func refusal(_ row: RefusedRow, _ language: Language) {
    for finding in row.findings {
      let place = "\(row.file):\(row.row)"
      let object = row.objectCode.isEmpty ? "" : " \(row.objectCode)"
      Console.say(
        LocalizedText(
          zh: "\(place):\(object) \(finding.pointer) [\(finding.rule)] \(finding.message.zh)",
          en: "\(place):\(object) \(finding.pointer) [\(finding.rule)] \(finding.message.en)"),
        language)
    }
  }

  /// Says which columns a mapping leaves out.
  static func unused(_ columns: [String], of file: String, _ language: Language) {
    guard !columns.isEmpty else { return }
    Console.say(
      LocalizedText(
        zh: "\(file)：映射未用到的列：\(columns.joined(separator: "、"))",
        en: "\(file): columns that the mapping leaves out: \(columns.joined(separator: ", "))"),
      language)
  }

  /// Ends an import that was stopped or refused rows with what to do next.
  static func end(
    _ report: ImportReport, rejected: (count: Int, path: String)?, _ files: [String]
  ) throws(CensusError) {
    if let row = report.nextRow {
      throw CensusError(
        .temporaryFailure, zh: "导入已停止：第 \(row) 行以前的行均已处理，已保存的不会丢失。",
        en:
          "The import was stopped: the rows before row \(row) are done, and what was saved stays.",
        remedy: LocalizedText(
          zh: "同一命令加 --from-row \(row) 继续；从头再来也不会重复。",
          en:
            "Go on with the same command and --from-row \(row); beginning anew adds nothing twice.")
      )
    }
    guard report.refused > 0 else { return }
    if let rejected, rejected.count > 0 {
      throw CensusError(
        .invalidData, zh: "有 \(report.refused) 行未导入，原因见上，并已写入 \(rejected.path)；其余均已保存。",
        en: """
          \(report.refused) rows were not imported, for the reasons above, and are in \(rejected.path); all \
          others are saved.
          """,
        remedy: LocalizedText(
          zh: "在 \(rejected.path) 中改正后导入该文件。",
          en: "Mend them in \(rejected.path) and import that file."))
    }
    throw CensusError(
      .invalidData, zh: "有 \(report.refused) 行未导入，原因见上；其余均已保存。",
      en: "\(report.refused) rows were not imported, for the reasons above; all others are saved.",
      remedy: LocalizedText(
        zh: "改正这些行后再次导入同一文件，或用 --rejects 另存被拒的行。",
        en: "Mend these rows and import the same file again, or write them out with --rejects."))
  }

  /// The form that was named, or the one in a name such as `entries-GEO_COLLAPSE.csv`.
  static func form(
    of file: String, _ named: String?, _ forms: FormCatalogue
  ) throws(CensusError) -> Form? {
    if let named { return try forms.require(named) }
    let name = file.split(separator: "/").last ?? ""
    let code = name.split(separator: ".").first?.split(separator: "-").last ?? ""
    return try forms.newest(String(code))
  }

  static func print(_ report: ImportReport, format: OutputFormat, language: Language) throws {
    try Particulars.print(
      report,
      [
        (LocalizedText(zh: "读取", en: "read"), String(report.read)),
        (LocalizedText(zh: "保存", en: "saved"), String(report.saved)),
        (LocalizedText(zh: "已有", en: "already there"), String(report.alreadyThere)),
        (LocalizedText(zh: "拒绝", en: "refused"), String(report.refused)),
      ], format: format, language: language)
  }
}
