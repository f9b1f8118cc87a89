import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus central conflict show`.
struct CentralConflictShow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show both sides, field by field. 逐字段查看双方。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Argument(help: "The entry. 记录编号。")
  var entry: UniqueID

  func run() async throws {
    let (view, form) = try await CentralConflict.open(
      entry, global, at: try place.access(global))
    try ConflictShow.print(
      view, form, output.format, global.language,
      deciding: "hazcensus central conflict resolve")
  }
}
