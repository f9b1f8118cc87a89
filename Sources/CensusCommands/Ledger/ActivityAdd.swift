import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus activity add`.
struct ActivityAdd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Record an activity. 登记活动。",
    discussion: """
      kind: publicity (an event for the public), training (--count is person-times; the indicator counts
      those held by the province or the city), satisfaction (--satisfied of --valid answers).
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Argument(help: "publicity, training or satisfaction. 类别。")
  var kind: Activity.Kind
  @Option(help: "The day, YYYY-MM-DD. 日期。")
  var date: CivilDate
  @Option(help: "The title. 名称。")
  var title: String
  @Option(help: "Who held it. 组织单位。")
  var organiser = ""
  @Option(help: "Where. 地点。")
  var venue = ""
  @Option(help: "The township's code. 乡镇代码。")
  var town = ""
  @Option(help: "People reached or person-times. 人次。")
  var count = 0
  @Option(help: "Satisfied answers. 满意份数。")
  var satisfied = 0
  @Option(help: "Valid answers. 有效份数。")
  var valid = 0
  @Option(help: "Anything else. 备注。")
  var note = ""

  func run() async throws {
    let activity = Activity(
      kind: kind, date: date, title: title, organiser: organiser, place: venue, townCode: town,
      count: count, satisfied: satisfied, valid: valid, note: note)
    let list = try await Operations.addActivities.call(
      ActivityRequest(activities: [activity]), at: try place.access(global))
    try ActivityCommand.print(list, format: output.format, language: global.language)
  }
}

extension Activity.Kind: ExpressibleByArgument {}
