import ArgumentParser
import CensusAPI
import CensusDomain
import CensusReports

/// `hazcensus cost`: what counts as publicity.
struct CostCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cost", abstract: "What counts as publicity. 宣传费用的口径。",
    subcommands: [CostRulesCommand.self])
}

/// `hazcensus cost rules`.
struct CostRulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "The list by which lines are tagged. 宣传费用清单。",
    discussion: """
      The first rule whose word a summary has decides: yes, no, or ask. The built-in list is a proposal without an
      official source. 内置清单是建议，没有官方依据；摘要中先出现的规则为准。
      """,
    subcommands: [CostRulesList.self, CostRulesSet.self])

  static func print(_ list: CostRules, format: OutputFormat, language: Language) throws {
    if list.isProposal {
      Console.say(
        LocalizedText(
          zh: "这是程序的建议，没有官方依据；请按本单位口径修改。",
          en: "This is the program's proposal without an official source; make it your own."),
        language)
    }
    let listing = Listing<PublicityRule>(columns: [
      .init("word", LocalizedText(zh: "用途", en: "word")) { $0.word },
      .init("publicity", LocalizedText(zh: "计入", en: "publicity")) { $0.verdict.rawValue },
      .init("reason", LocalizedText(zh: "理由", en: "reason")) { $0.reason },
    ])
    try listing.print(list.rules, format: format, language: language)
  }
}
