import ArgumentParser
import CensusAPI
import CensusDomain
import CensusReports

/// `hazcensus central account list`.
struct AccountListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List accounts. 列出账号。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  func run() async throws {
    let list = try await Operations.listAccounts.call(
      LedgerQuery(), at: try place.access(global))
    try AccountListCommand.print(list, format: output.format, language: global.language)
  }

  static func print(_ list: AccountList, format: OutputFormat, language: Language) throws {
    let withdrawn = LocalizedText(zh: "已停用", en: "withdrawn")
    let listing = Listing<AccountList.Item>(columns: [
      .init("name", LocalizedText(zh: "姓名", en: "name")) { $0.name },
      .init("role", LocalizedText(zh: "角色", en: "role")) { $0.role.rawValue },
      .init("region", LocalizedText(zh: "区域", en: "region")) { $0.region.digits },
      .init("isRevoked", LocalizedText(zh: "状态", en: "state")) {
        $0.isRevoked ? withdrawn[language] : ""
      },
    ])
    try listing.print(list.accounts, format: format, language: language)
  }
}
