import ArgumentParser
import CensusDomain
import Foundation

/// `hazcensus demo`: a district's census from the inventory to the report, in one go.
struct DemoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Run a census on sample data, end to end. 用样例数据演示全过程。",
    discussion: """
      Makes a central and three devices below the output folder, serves the central on loopback, lets the
      devices record offline and sync over libcurl (one loses its network half-way), reviews, and prints
      the reports. Everything is real: the same stores, server and transport as in the field.
      """)

  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("The folder with the sample data. 样例数据。", valueName: "folder"))
  var data = "SampleData"

  @Option(help: ArgumentHelp("Where stores and reports go; made anew. 输出文件夹。", valueName: "folder"))
  var output = "demo-output"

  func run() async throws {
    let stage = try DemoStage(data: data, output: output, language: global.language)
    try await stage.play()
  }
}
