import ArgumentParser
import CensusDomain
import CensusReports
import CensusStore

/// `hazcensus conflict list`: the entries in conflict.
struct ConflictList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List entries in conflict. 列出有冲突的记录。",
    discussion: """
      An open conflict without fields could be merged, but the merge breaks a rule of the form, or waits for
      the device whose revision contends. 没有列出字段的冲突：合并结果不合规则，或等对方设备同步。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  @Flag(help: "Also what was merged or decided on this device. 含已合并、已决定的。")
  var all = false

  func run() throws {
    let store = try Stores.device(global)
    var items = try store.conflicts().map { ConflictItem($0) }
    if all { items += try store.resolutions().map { ConflictItem($0) } }
    let language = global.language
    let listing = Listing<ConflictItem>(columns: [
      .init("entry", LocalizedText(zh: "编号", en: "entry")) { $0.entry.description },
      .init("form", LocalizedText(zh: "调查表", en: "form")) { $0.form },
      .init("objectCode", LocalizedText(zh: "对象", en: "object")) { $0.objectCode },
      .init("standing", LocalizedText(zh: "状态", en: "standing")) {
        $0.standing.name[language]
      },
      .init("fields", LocalizedText(zh: "冲突字段", en: "fields in conflict")) {
        $0.fields.joined(separator: " ")
      },
      .init("mine", LocalizedText(zh: "未生效方", en: "contends")) { $0.mine },
      .init("theirs", LocalizedText(zh: "生效方", en: "stands")) { $0.theirs },
    ])
    try listing.print(items, format: output.format, language: language)
    guard let open = items.first(where: { $0.standing == .open }) else { return }
    Console.say(
      LocalizedText(
        zh: "查看一条：hazcensus conflict show \(open.entry)",
        en: "look at one: hazcensus conflict show \(open.entry)"), language)
  }
}
