import ArgumentParser
import CensusDomain
import CensusForms
import CensusReports
import CensusStore
import Foundation

/// `hazcensus entry import`: entries from tables and JSON.
struct EntryImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import entries from CSV, XLSX, NDJSON or GeoJSON. 导入记录。",
    discussion: """
      Every good row becomes a final entry; every refused row is explained on standard error, one line a
      finding, and does not stop the others. --rejects writes the refused rows to a file of their own, to be
      mended and imported again. Importing a file twice adds nothing.

      A file named entries-FORM.csv tells its form by its name, a template (forms template) by itself. CSV may
      be UTF-8, UTF-16 or GB 18030. For somebody else's table, --map names a file that says which of its
      columns give which fields; Docs/Import.md shows how.

      Ctrl-C stops between rows: what was saved stays saved, and the row to go on with is told. Ends with
      status 65 if a row was refused.
      好的行全部保存，被拒的行逐条说明原因，可用 --rejects 另存改正。重复导入不会增加记录。

      hazcensus entry import 站点记录.xlsx --form MET_RAIN --rejects 待改.xlsx
      hazcensus entry import export.csv --map export.map.json
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var reasons: ReasonOptions

  @Argument(help: "The files. 文件。")
  var files: [String]

  @Option(help: "The form of rows that do not name one. 调查表代码。")
  var form: String?

  @Option(
    help: ArgumentHelp(
      "A mapping file: which columns give which fields. 列与字段的对应。", valueName: "file"))
  var map: String?

  @Option(help: "The sheet of a workbook; its first by default. 工作表。")
  var sheet: String?

  @Option(
    help: ArgumentHelp(
      "Write refused rows with the reasons to this .xlsx, .csv or .ndjson. 被拒的行另存。",
      valueName: "file"))
  var rejects: String?

  @Option(
    name: .customLong("from-row"),
    help: ArgumentHelp("Go on at this row of the file. 从该行继续。", valueName: "number"))
  var firstRow = 1

  func validate() throws {
    guard files.count == 1 || firstRow == 1 else {
      throw ValidationError("--from-row goes with one file. --from-row 只用于单个文件。")
    }
  }

  func run() async throws {
    let desk = try EntryDesk(global)
    let rejected = try rejects.map { path throws(CensusError) in try RejectedRows(path: path) }
    let mapping = try map.map { path throws(CensusError) in
      try ColumnMapping(json: try InputFile.read(path))
    }
    let stop = StopSign()
    var total = ImportReport()
    for file in files where total.nextRow == nil {
      try InputFile.require(file)
      var plan = ImportPlan(
        form: try ImportTalk.form(of: file, form, desk.forms), mapping: mapping,
        reasons: try reasons.byRule())
      plan.sheet = sheet
      plan.firstRow = firstRow
      plan.keepsOriginals = rejected != nil
      let report = try ImportRun(desk, rejected, stop).run(file, plan)
      total.add(report)
    }
    try rejected?.finish()
    try ImportTalk.print(total, format: output.format, language: desk.language)
    try ImportTalk.end(total, rejected: rejected.map { ($0.count, rejects ?? "") }, files)
  }
}
