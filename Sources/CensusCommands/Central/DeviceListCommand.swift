import ArgumentParser
import CensusAPI
import CensusDomain
import CensusReports

/// `hazcensus central device list`.
struct DeviceListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List devices: how far, how old, how long silent. 列出设备。",
    discussion: """
      last: the last number of its revisions that the central confirmed. days: since it was last heard
      of. skew: its clock minus the central's, and unsent: what waited on it, both as of its last sync.
      note: whether it was withdrawn, and the device that it was before it rejoined.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  func run() async throws {
    let list = try await Operations.listDevices.call(
      LedgerQuery(), at: try place.access(global))
    try DeviceListCommand.print(list, format: output.format, language: global.language)
  }

  static func print(_ list: DeviceList, format: OutputFormat, language: Language) throws {
    let columns = format == .csv ? every : brief(language)
    try Listing<DeviceList.Item>(columns: columns).print(
      list.devices, format: format, language: language)
  }

  /// What fits a line of some 110 columns; a device's former identity by its first digits.
  private static func brief(_ language: Language) -> [Listing<DeviceList.Item>.Column] {
    let withdrawn = LocalizedText(zh: "已停用", en: "withdrawn")
    let facts: [Listing<DeviceList.Item>.Column] = [
      .init("lastSequence", LocalizedText(zh: "已确认", en: "last"), alignment: .trailing) {
        String($0.lastSequence)
      },
      .init("lastSeen", LocalizedText(zh: "最近联系", en: "seen")) { String($0.lastSeen.prefix(10)) },
      .init("daysSilent", LocalizedText(zh: "天数", en: "days"), alignment: .trailing) {
        $0.daysSilent.map(String.init) ?? ""
      },
      .init("programVersion", LocalizedText(zh: "版本", en: "version")) { $0.programVersion ?? "" },
      .init("clockSkew", LocalizedText(zh: "时差秒", en: "skew s"), alignment: .trailing) {
        $0.clockSkew.map { ($0 > 0 ? "+" : "") + String($0) } ?? ""
      },
      .init("unsent", LocalizedText(zh: "待发", en: "unsent"), alignment: .trailing) {
        $0.unsent.map(String.init) ?? ""
      },
      .init("note", LocalizedText(zh: "备注", en: "note")) { item in
        let former = item.rejoinedFrom.map { "← \($0.description.prefix(13))" }
        return [item.isRevoked ? withdrawn[language] : nil, former].compactMap { $0 }
          .joined(separator: " ")
      },
    ]
    return heading + facts
  }

  private static var heading: [Listing<DeviceList.Item>.Column] {
    [
      .init("device", LocalizedText(zh: "设备", en: "device")) { $0.device.description },
      .init("surveyor", LocalizedText(zh: "调查员", en: "surveyor")) { $0.surveyor },
      .init("region", LocalizedText(zh: "区域", en: "region")) { $0.region.digits },
    ]
  }

  /// Every member, for spreadsheets.
  private static var every: [Listing<DeviceList.Item>.Column] {
    let facts: [Listing<DeviceList.Item>.Column] = [
      .init("lastSequence", LocalizedText(verbatim: "")) { String($0.lastSequence) },
      .init("lastSeen", LocalizedText(verbatim: "")) { $0.lastSeen },
      .init("daysSilent", LocalizedText(verbatim: "")) { $0.daysSilent.map(String.init) ?? "" },
      .init("programVersion", LocalizedText(verbatim: "")) { $0.programVersion ?? "" },
      .init("clockSkew", LocalizedText(verbatim: "")) { $0.clockSkew.map { String($0) } ?? "" },
      .init("unsent", LocalizedText(verbatim: "")) { $0.unsent.map(String.init) ?? "" },
      .init("isRevoked", LocalizedText(verbatim: "")) { $0.isRevoked ? "true" : "" },
      .init("rejoinedFrom", LocalizedText(verbatim: "")) { $0.rejoinedFrom?.description ?? "" },
    ]
    return heading + facts
  }
}
