import ArgumentParser

@main
struct CensusBench: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "census-bench",
    abstract: "Measures HazardCensus against plain tools that do the same work in the same run.",
    subcommands: [RunCommand.self, ImportChild.self, CentralChild.self],
    defaultSubcommand: RunCommand.self)
}
