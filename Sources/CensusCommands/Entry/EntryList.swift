import ArgumentParser
import CensusDomain
import CensusReports
import CensusStore

/// `hazcensus entry list`: the entries on this device.
struct EntryList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List entries. 列出记录。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  @Option(help: "Only this state: draft, ready, sent, returned, rejected, conflict, accepted. 状态。")
  var state: EntryState?

  @Option(help: "Only this form. 调查表。")
  var form: String?

  @Flag(help: "Only what has to be mended: returned, rejected, in conflict. 需修改的。")
  var mend = false

  @Option(help: "At most so many. 最多条数。")
  var limit = 1000

  func run() throws {
    let store = try Stores.device(global)
    var rows = try store.entries(state: state, form: form, limit: mend ? .max : limit)
    if mend { rows = Array(rows.filter(\.state.needsMending).prefix(limit)) }
    let language = global.language
    let listing = Listing<EntryRow>(columns: [
      .init("entry", LocalizedText(zh: "编号", en: "entry")) { $0.entry.description },
      .init("form", LocalizedText(zh: "调查表", en: "form")) { $0.form },
      .init("objectCode", LocalizedText(zh: "对象", en: "object")) { $0.objectCode },
      .init("state", LocalizedText(zh: "状态", en: "state")) {
        $0.state.name[language] + ($0.hasDraft && $0.state != .draft ? "*" : "")
      },
      .init("number", LocalizedText(zh: "修订", en: "revision"), alignment: .trailing) {
        String($0.number)
      },
      .init("updatedAt", LocalizedText(zh: "更新时间", en: "updated")) { $0.updatedAt },
    ])
    try listing.print(rows, format: output.format, language: language)
  }
}

extension EntryState: ExpressibleByArgument {}
