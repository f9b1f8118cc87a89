import ArgumentParser
import CensusDomain
import CensusForms
import CensusJSON
import CensusReports
import CensusStore

/// `hazcensus entry edit`: changes a draft, or opens a final entry again as one.
struct EntryEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change an entry, also a returned one. 修改记录。",
    discussion: """
      A final entry is opened again as a draft; its earlier revisions stay. Finalise it to send it.
      Without values, on a terminal, a draft goes on at its first field without an answer.
      已定稿的记录会重新成为草稿，原修订保留；改完后再次定稿。草稿从第一个未填项接着填。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var values: ContentOptions
  @OptionGroup var photoTime: PhotoTimeOption
  @OptionGroup var reasons: ReasonOptions

  @Argument(help: "The entry, or the beginning of its identifier. 记录编号。")
  var entry: String

  @Flag(help: "Finalise at once. 立即定稿。")
  var finalize = false

  @Flag(help: "By the newest version of the form, not the one it was filled with. 按最新版本。")
  var newest = false

  func run() throws {
    let desk = try EntryDesk(global)
    var opened = try desk.open(entry, newest: newest)
    guard !values.isEmpty || Console.isInteractive else {
      throw CensusError(
        .usage, zh: "没有给出任何值，也没有终端可以询问。",
        en: "No value was given, and there is no terminal to ask on.",
        remedy: LocalizedText(
          zh: "用 --set 字段=值 或 --json 文件。", en: "Give --set field=value or --json FILE."))
    }
    let given = try reasons.byRule()
    try values.apply(to: &opened.content, form: opened.form, desk.language)
    let refused = try desk.attach(
      values.photo, takenAt: photoTime.takenAt, to: &opened.content, form: opened.form)
    try desk.store.saveDraft(opened.id, content: try desk.content(opened.content))
    if output.format == .table { Console.data(opened.id.description) }
    try desk.finish(
      opened.id, form: opened.form, asking: values.isEmpty ? opened.content : nil,
      from: opened.view.row.state == .draft ? .firstGap : .beginning,
      finalize: finalize && refused.isEmpty, reasons: given, format: output.format)
    try refused.end(opened.id)
  }
}
