import ArgumentParser
import CensusDomain
import CensusForms
import CensusReports
import CensusStore
import Foundation

/// `hazcensus entry import`: entries from CSV and NDJSON.
struct EntryImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import entries from CSV or NDJSON. 导入记录。",
    discussion: """
      Every good row becomes a final entry; every refused row is explained on standard error, one line a
      finding, and does not stop the others. A file named entries-FORM.csv tells its form by its name.
      Importing a file twice adds nothing. Ends with status 65 if a row was refused.
      好的行全部保存，被拒的行逐条说明原因。重复导入不会增加记录。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var reasons: ReasonOptions

  @Argument(help: "The files. 文件。")
  var files: [String]

  @Option(help: "The form of rows that do not name one. 调查表代码。")
  var form: String?

  func run() throws {
    let desk = try EntryDesk(global)
    let line = ProgressLine(language: desk.language)
    let language = desk.language
    var total = ImportReport()
    for file in files {
      try InputFile.require(file)
      let size = (try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int) ?? nil
      let importer = EntryImporter(
        store: desk.store, catalogue: desk.forms, reasons: try reasons.byRule(),
        events: EntryImporter.Events(
          progress: { ImportTalk.progress($0, $1, of: size ?? 0, on: line) },
          refusal: {
            line.end()
            ImportTalk.refusal($0, language)
          }))
      let report = try importer.run(
        path: file, form: try ImportTalk.form(of: file, form, desk.forms))
      line.end()
      total.read += report.read
      total.saved += report.saved
      total.alreadyThere += report.alreadyThere
      total.refused += report.refused
    }
    try ImportTalk.print(total, format: output.format, language: language)
    if total.refused > 0 {
      throw CensusError(
        .invalidData, zh: "有 \(total.refused) 行未导入，原因见上；其余均已保存。",
        en: "\(total.refused) rows were not imported, for the reasons above; all others are saved.",
        remedy: LocalizedText(
          zh: "改正这些行后再次导入同一文件。", en: "Mend these rows and import the same file again."))
    }
  }
}
