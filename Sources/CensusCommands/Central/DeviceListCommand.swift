import ArgumentParser
import CensusAPI
import CensusDomain
import CensusReports

/// `hazcensus central device list`.
struct DeviceListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List devices. 列出设备。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  func run() async throws {
    let list = try await Operations.listDevices.call(
      LedgerQuery(), at: try place.access(global))
    try DeviceListCommand.print(list, format: output.format, language: global.language)
  }

  static func print(_ list: DeviceList, format: OutputFormat, language: Language) throws {
    let listing = Listing<DeviceList.Item>(columns: [
      .init("device", LocalizedText(zh: "设备", en: "device")) { $0.device.description },
      .init("surveyor", LocalizedText(zh: "调查员", en: "surveyor")) { $0.surveyor },
      .init("region", LocalizedText(zh: "区域", en: "region")) { $0.region.digits },
      .init("lastSequence", LocalizedText(zh: "最后序号", en: "last"), alignment: .trailing) {
        String($0.lastSequence)
      },
      .init("lastSeen", LocalizedText(zh: "最近联系", en: "last seen")) { $0.lastSeen },
      .init("isRevoked", LocalizedText(zh: "已停用", en: "revoked")) { $0.isRevoked ? "true" : "" },
    ])
    try listing.print(list.devices, format: format, language: language)
  }
}
