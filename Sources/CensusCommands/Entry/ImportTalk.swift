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

  /// The form that was named, or the one in a name such as `entries-GEO_COLLAPSE.csv`.
  static func form(
    of file: String, _ named: String?, _ forms: FormCatalogue
  ) throws(CensusError) -> Form? {
    if let named { return try forms.require(named) }
    let name = file.split(separator: "/").last ?? ""
    let code = name.split(separator: ".").first?.split(separator: "-").last ?? ""
    return forms.newest(String(code))
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
