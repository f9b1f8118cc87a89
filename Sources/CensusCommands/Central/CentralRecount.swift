import ArgumentParser
import CensusDomain
import CensusHub

/// `hazcensus central recount`: recounts completion from the entries and compares.
struct CentralRecount: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recount", abstract: "Recount completion from the entries and compare. 重新计数核对。",
    discussion: """
      Completion counts are kept as entries arrive. This counts them anew from every entry and ends with
      status 65 where the two differ.
      """)

  @OptionGroup var global: GlobalOptions

  func run() throws {
    let hub = try Stores.central(try global.folder())
    let differences = try hub.recount()
    guard differences.isEmpty else {
      for difference in differences {
        Console.say(LocalizedText(verbatim: "  \(difference)"), global.language)
      }
      throw CensusError(
        .invalidData, zh: "维护的计数与重新计数有 \(differences.count) 处不同。",
        en: "The kept counts differ from the recount in \(differences.count) places.",
        remedy: LocalizedText(
          zh: "先备份文件夹，再联系维护人员。", en: "Back the folder up and ask for help."))
    }
    Console.say(
      LocalizedText(zh: "计数与逐条重新计数一致。", en: "The counts agree with a recount of every entry."),
      global.language)
  }
}
