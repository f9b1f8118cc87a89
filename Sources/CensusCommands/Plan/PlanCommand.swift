import ArgumentParser

/// `hazcensus plan`: the inventory, which is the denominator of every completion rate.
struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "The inventory of survey objects. 清查底册。",
    subcommands: [PlanImport.self, PlanShow.self])
}
