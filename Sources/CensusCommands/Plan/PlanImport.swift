import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus plan import`: freezes an inventory as the next version.
struct PlanImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Freeze an inventory from CSV as a new version. 导入清查底册。",
    discussion: """
      Columns: objectCode, hazard, formCode (several: A;B), objectName, townCode, shouldSurvey, and
      where known lon, lat, excludeReason. The file is the whole inventory; what it lacks against the last version
      is removed. From the second version on a reason is needed. --dry-run only compares.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Argument(help: "The CSV file. 文件。")
  var file: String

  @Option(help: "Why the inventory changes. 变更原因。")
  var reason = ""

  @Flag(help: "Only compare. 只比较。")
  var dryRun = false

  func run() async throws {
    let objects = try InventoryFile.read(file)
    let summary = try await Operations.importInventory.call(
      InventoryImport(objects: objects, reason: reason, isTrial: dryRun),
      at: try place.access(global))
    try InventoryTalk.print(summary, format: output.format, language: global.language)
  }
}
