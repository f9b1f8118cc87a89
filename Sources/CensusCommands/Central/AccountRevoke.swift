import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus central account revoke`.
struct AccountRevoke: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Withdraw an account's token. 停用账号。",
    discussion: """
      At once, also at a running central. The name stays taken, since reviews and the log bear it: a
      person who lost a token gets an account of another name. With --store on the central's own folder
      a coordinator can always be added again.
      停用后名称不能再用；在中心本机总能新建协调员账号。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Argument(help: "The account's name. 姓名。")
  var name: String

  func run() async throws {
    let list = try await Operations.revokeAccount.call(
      AccountReference(name: name), at: try place.access(global))
    try AccountListCommand.print(list, format: output.format, language: global.language)
  }
}
