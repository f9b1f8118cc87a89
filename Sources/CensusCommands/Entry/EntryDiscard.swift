import ArgumentParser
import CensusDomain
import CensusStore

/// `hazcensus entry discard`: throws a draft away.
struct EntryDiscard: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "discard", abstract: "Throw a draft away. 丢弃草稿。",
    discussion: """
      Final revisions are never deleted. In JSON, the state is null where the entry is gone with its only
      draft. 已定稿的修订不会被删除。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  @Argument(help: "The entry, or the beginning of its identifier. 记录编号。")
  var entry: String

  func run() throws {
    let desk = try EntryDesk(global)
    let id = try desk.store.find(entry)
    let isFinal = try desk.store.entry(id).revision != nil
    try desk.store.discardDraft(id)
    let outcome =
      isFinal
      ? EntryOutcome(try desk.store.entry(id), findings: []) : EntryOutcome(gone: id)
    try outcome.print(output.format, desk.language)
    Console.say(
      LocalizedText(zh: "已丢弃 \(id) 的草稿。", en: "the draft of \(id) was discarded."), desk.language)
  }
}
