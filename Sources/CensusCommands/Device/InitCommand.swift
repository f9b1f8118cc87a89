import ArgumentParser
import CensusDomain
import CensusStore

/// `hazcensus init`: makes a device's store.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Make this device's store. 建立本机存储。",
    discussion: """
      Makes the folder, the database and the device's identifier, once. Give the identifier that is
      printed to the coordinator, who enrols it with `hazcensus central device add`.
      把显示的设备编号交给协调员登记。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  @Option(help: "The district's six-digit code. 区县代码。")
  var district: RegionCode

  @Option(help: "The surveyor's name. 调查员姓名。")
  var surveyor: String

  func run() throws {
    let folder = try global.folder()
    let store = try DeviceStore.create(folder: folder, district: district, surveyor: surveyor)
    try Particulars.print(
      store.identity,
      [
        (LocalizedText(zh: "设备编号", en: "device"), store.identity.device.description),
        (LocalizedText(zh: "区县", en: "district"), district.digits),
        (LocalizedText(zh: "调查员", en: "surveyor"), surveyor),
        (LocalizedText(zh: "文件夹", en: "folder"), folder),
      ], format: output.format, language: global.language)
  }
}
