import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus central device add`.
struct DeviceAdd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Enrol a device; prints its token once. 登记设备。",
    discussion: """
      The token is shown only here; the central keeps its hash. 令牌只显示这一次。
      With --relay it is a lower central, by the identifier that its `central relay status` shows.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Argument(help: "The device's identifier, as `init` printed it. 设备编号。")
  var device: UniqueID
  @Option(help: "The surveyor who carries it. 调查员。")
  var surveyor: String
  @Option(help: "The region whose objects it records: 6, 9 or 12 digits. 区域代码。")
  var region: RegionCode

  @Flag(help: "It is a lower central that forwards its devices' work. 下级中心。")
  var relay = false

  func run() async throws {
    let issued = try await Operations.addDevice.call(
      DeviceEnrolment(
        device: device, surveyor: surveyor, region: region, isRelay: relay ? true : nil),
      at: try place.access(global))
    try TokenTalk.print(issued, format: output.format, language: global.language)
  }
}
