import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus central device revoke`.
struct DeviceRevoke: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Withdraw a device's token. 停用设备。",
    discussion: """
      The device keeps its data but sends nothing any more. What rejoined from it has a token of its
      own: --with-rejoined withdraws these too, as for a stolen device.
      设备上的数据仍在，但不能再发送；设备被盗时加 --with-rejoined。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Argument(help: "The device. 设备编号。")
  var device: UniqueID

  @Flag(help: "Also what rejoined from it, and so on. 连同由它重新加入的设备。")
  var withRejoined = false

  func run() async throws {
    let list = try await Operations.revokeDevice.call(
      DeviceReference(device: device, withSuccessors: withRejoined ? true : nil),
      at: try place.access(global))
    try DeviceListCommand.print(list, format: output.format, language: global.language)
    for other in list.devices where other.rejoinedFrom == device && !other.isRevoked {
      Console.say(
        LocalizedText(
          zh: "→ 设备 \(other.device) 由它重新加入，仍可同步；如设备被盗，请加 --with-rejoined。",
          en: """
            → The device \(other.device) rejoined from it and can still sync; if it was stolen, give \
            --with-rejoined.
            """), global.language)
    }
  }
}
