import ArgumentParser
import CensusDomain
import CensusForms
import CensusJSON
import CensusReports
import CensusStore

/// `hazcensus entry attach`: adds photos to an entry, or brings the files that it names.
struct EntryAttach: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach", abstract: "Add photos to an entry. 添加照片。",
    discussion: """
      The files are copied into the store under their SHA-256; the same file is kept once. A photo that
      the entry does not name yet is added to its draft; one that it names already, as after an import,
      is only stored, and the entry stays as it is. Photos go up with `sync`, after the entries.

        hazcensus entry attach 0190b3c2 IMG_0012.jpg IMG_0013.jpg --finalize
      照片按 SHA-256 存入本机，随 sync 上传；记录已声明的照片只补文件，不改记录。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var reasons: ReasonOptions

  @Argument(help: "The entry, or the beginning of its identifier. 记录编号。")
  var entry: String

  @Argument(help: "The photos' files. 照片文件。")
  var files: [String]

  @Flag(help: "Finalise at once. 立即定稿。")
  var finalize = false

  func run() throws {
    let desk = try EntryDesk(global)
    var opened = try desk.open(entry)
    let before = opened.content["photos"]
    try desk.attach(files, to: &opened.content, form: opened.form)
    guard opened.content["photos"] != before else {
      return try EntryOutcome(opened.view, findings: []).print(output.format, desk.language)
    }
    let given = try reasons.byRule()
    try desk.store.saveDraft(opened.id, content: try desk.content(opened.content))
    if output.format == .table { Console.data(opened.id.description) }
    try desk.finish(
      opened.id, form: opened.form, asking: nil, finalize: finalize, reasons: given,
      format: output.format)
  }
}
