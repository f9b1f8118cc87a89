import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus project list`.
struct ProjectListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List projects. 查看项目。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Flag(help: "With the projects' files, in JSON output. 附项目文件（JSON 输出）。")
  var documents = false

  func run() async throws {
    let list = try await Operations.listProjects.call(
      ProjectQuery(withDocuments: documents), at: try place.access(global))
    try ProjectCommand.print(list, format: output.format, language: global.language)
  }
}
