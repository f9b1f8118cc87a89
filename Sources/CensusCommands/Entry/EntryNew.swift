import ArgumentParser
import CensusDomain
import CensusForms
import CensusJSON
import CensusReports
import CensusStore

/// `hazcensus entry new`: begins an entry from values, a file or a person's answers.
struct EntryNew: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin an entry. 新建记录。",
    discussion: """
      With --set or --json the values come from the call; without them, on a terminal, each field is
      asked for and checked at once, and an open draft of the form is offered to go on with. What is
      known of the object comes from the inventory. The entry is a draft until it is finalised. Prints
      the entry's identifier.

        hazcensus entry new GEO_COLLAPSE --object 130205-GH-0001 --json entry.json --finalize
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var values: ContentOptions
  @OptionGroup var photoTime: PhotoTimeOption
  @OptionGroup var reasons: ReasonOptions

  @Argument(help: "The form's code; see `forms list`. 调查表代码。")
  var form: String

  @Option(help: "The survey object's code. 对象编码。")
  var object: String?

  @Flag(help: "Finalise at once. 立即定稿。")
  var finalize = false

  func run() throws {
    let desk = try EntryDesk(global)
    let form = try desk.forms.require(form)
    var content = try desk.defaults(form: form, objectCode: object)
    try values.apply(to: &content, form: form, desk.language)
    guard !values.isEmpty || Console.isInteractive else {
      throw CensusError(
        .usage, zh: "没有给出任何值，也没有终端可以询问。",
        en: "No value was given, and there is no terminal to ask on.",
        remedy: LocalizedText(
          zh: "用 --set 字段=值 或 --json 文件。", en: "Give --set field=value or --json FILE."))
    }
    let given = try reasons.byRule()
    if values.isEmpty {
      switch try DraftOffer(form: form, object: object, desk: desk).ask() {
      case .leave: return
      case .goOn(let held):
        if output.format == .table { Console.data(held.id.description) }
        return try desk.finish(
          held.id, form: held.form, asking: held.content, from: .firstGap, finalize: finalize,
          reasons: given, format: output.format)
      case .begin: break
      }
    }
    let refused = try desk.attach(
      values.photo, takenAt: photoTime.takenAt, to: &content, form: form)
    let id = try desk.store.newDraft(form: form, content: try desk.content(content))
    if output.format == .table { Console.data(id.description) }
    try desk.finish(
      id, form: form, asking: values.isEmpty ? content : nil,
      finalize: finalize && refused.isEmpty, reasons: given, format: output.format)
    try refused.end(id)
  }
}
