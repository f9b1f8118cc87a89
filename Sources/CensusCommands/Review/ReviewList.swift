import ArgumentParser
import CensusAPI
import CensusDomain
import CensusReports

/// `hazcensus review list`.
struct ReviewList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List entries at the central. 列出待审记录。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions
  @OptionGroup var filter: EntryFilter

  @Option(
    help: "received, returned, conflict, countyPassed, cityPassed or all. 状态。")
  var standing = "received"

  @Option(help: "At most so many. 最多条数。")
  var limit = 1000

  func validate() throws {
    guard standing == "all" || EntryStanding(rawValue: standing) != nil else {
      throw ValidationError(
        "--standing: received, returned, conflict, countyPassed, cityPassed, all")
    }
  }

  func run() async throws {
    let query = filter.query(standing: EntryStanding(rawValue: standing), limit: limit)
    let list = try await Operations.listEntries.call(query, at: try place.access(global))
    try ReviewList.print(list, format: output.format, language: global.language)
  }

  /// Prints a list of entries, and how many it left off.
  static func print(_ list: CensusAPI.EntryList, format: OutputFormat, language: Language) throws {
    let listing = Listing<EntrySummary>(columns: [
      .init("entry", LocalizedText(zh: "编号", en: "entry")) { $0.entry.description },
      .init("form", LocalizedText(zh: "调查表", en: "form")) { $0.form },
      .init("objectCode", LocalizedText(zh: "对象", en: "object")) { $0.objectCode },
      .init("townCode", LocalizedText(zh: "乡镇", en: "township")) { $0.townCode },
      .init("author", LocalizedText(zh: "调查员", en: "surveyor")) { $0.author },
      .init("standing", LocalizedText(zh: "状态", en: "standing")) { $0.standing.rawValue },
      .init("receivedAt", LocalizedText(zh: "收到", en: "received")) { $0.receivedAt },
    ])
    try listing.print(list.entries, format: format, language: language)
    if list.total > list.entries.count {
      Console.say(
        LocalizedText(
          zh: "共 \(list.total) 条，列出 \(list.entries.count) 条；用 --limit 查看更多。",
          en: "\(list.total) in all, \(list.entries.count) listed; see more with --limit."),
        language)
    }
  }
}
