import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus central device revoke`.
struct DeviceRevoke: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Withdraw a device's token. 停用设备。",
    discussion: "The device keeps its data but sends nothing any more. 设备上的数据仍在，但不能再发送。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Argument(help: "The device. 设备编号。")
  var device: UniqueID

  func run() async throws {
    let list = try await Operations.revokeDevice.call(
      DeviceReference(device: device), at: try place.access(global))
    try DeviceListCommand.print(list, format: output.format, language: global.language)
  }
}
