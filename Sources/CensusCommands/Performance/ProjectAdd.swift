import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus project add`.
struct ProjectAdd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a project's file, or a newer one. 添加或更新项目文件。",
    discussion: "A file is never replaced: the newest of a project and year counts. 旧文件保留，以最新一版为准。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Argument(help: "The project's file (JSON). 项目文件。")
  var file: String

  func run() async throws {
    let document = String(decoding: try InputFile.read(file), as: UTF8.self)
    let list = try await Operations.addProject.call(
      ProjectUpload(document: document), at: try place.access(global))
    try ProjectCommand.print(list, format: output.format, language: global.language)
  }
}
