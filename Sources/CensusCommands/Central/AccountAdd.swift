import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus central account add`.
struct AccountAdd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an account; prints its token once. 新建账号。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Argument(help: "The holder's name. 姓名。")
  var name: String
  @Option(help: "coordinator or viewer. 角色。")
  var role: Role
  @Option(help: "The region. 区域代码。")
  var region: RegionCode

  func run() async throws {
    let issued = try await Operations.addAccount.call(
      AccountRequest(name: name, role: role, region: region), at: try place.access(global))
    try TokenTalk.print(issued, format: output.format, language: global.language)
  }
}
