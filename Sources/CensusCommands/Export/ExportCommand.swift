import ArgumentParser

/// `hazcensus export`: what the central holds, for other programs.
struct ExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Files for other programs, such as GIS. 导出给其他软件使用。",
    subcommands: [ExportObjects.self])
}
