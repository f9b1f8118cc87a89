import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus central conflict list`.
struct CentralConflictList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List entries in conflict at the central. 列出中心的冲突。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions
  @OptionGroup var filter: EntryFilter

  @Option(help: "At most so many. 最多条数。")
  var limit = 1000

  func run() async throws {
    let list = try await Operations.listEntries.call(
      filter.query(standing: .conflict, limit: limit), at: try place.access(global))
    try ReviewList.print(list, format: output.format, language: global.language)
    guard let first = list.entries.first else { return }
    Console.say(
      LocalizedText(
        zh: "查看一条：hazcensus central conflict show \(first.entry)",
        en: "look at one: hazcensus central conflict show \(first.entry)"), global.language)
  }
}
