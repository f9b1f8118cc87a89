import ArgumentParser
import CensusBundles
import CensusDomain
import CensusHub
import CensusReports
import CensusSync

/// `hazcensus bundle receipts`.
struct BundleReceipts: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "receipts", abstract: "Write receipts and reviews for a device. 导出回执包。",
    discussion: """
      Holds all that a sync would bring: the answers for what the device sent, reviews, the inventory,
      forms, colleagues' entries of its region, and which attachments are missing. It goes on from how
      far the device had come when it made the last bundle that was imported here; --all begins anew.
      包括回执、审核意见、清查底册、调查表、本区域其他人的记录；设备导入后才算送达。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Option(help: ArgumentHelp("The device. 设备编号。", valueName: "id"))
  var device: UniqueID

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp("The new file. 新文件。", valueName: "file"))
  var target: String

  @Flag(help: "Everything from the beginning. 从头开始全部导出。")
  var all = false

  func run() async throws {
    let manifest = try await make()
    try Particulars.print(
      manifest,
      [
        (LocalizedText(zh: "文件", en: "file"), target),
        (LocalizedText(zh: "设备", en: "device"), manifest.device.description),
        (LocalizedText(zh: "调查员", en: "surveyor"), manifest.surveyor),
        (LocalizedText(zh: "回执", en: "answers"), String(manifest.count)),
        (LocalizedText(zh: "更新", en: "changes"), "\(manifest.first)-\(manifest.last)"),
      ], format: output.format, language: global.language)
  }

  private func make() async throws -> BundleManifest {
    if let url = place.central {
      let token = try TokenSource.read(file: place.tokenFile, folder: nil)
      return try await BundleFetcher(
        transport: try CentralLink.transport(to: url, token: token)
      ).fetch(for: device, isWhole: all, to: target)
    }
    return try Stores.central(try global.folder()).writeReceipts(
      for: device, isWhole: all, to: target, by: .localAdministrator)
  }
}
