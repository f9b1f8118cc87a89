import ArgumentParser
import CensusBundles
import CensusDomain
import CensusReports

/// `hazcensus bundle inspect`.
struct BundleInspect: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Prove a bundle and say what is in it. 检查离线包。",
    discussion: """
      Proves the signature and the SHA-256 of every part. Whether the signature is the device's own is
      for the central to say, which knows its token. Of a sealed bundle nothing can be said.
      核对签名和每个部分的摘要；签名是否出自该设备由中心判断。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  @Argument(help: "The bundle. 离线包。")
  var file: String

  func run() throws {
    guard try !BundleSeal.isSealed(file) else {
      return try Particulars.print(
        Sealed(isSealed: true), [(LocalizedText(zh: "加密", en: "sealed"), "✓")],
        format: output.format, language: global.language)
    }
    let reader = try BundleReader(path: file)
    try reader.proveParts()
    let manifest = reader.manifest
    try Particulars.print(
      manifest,
      [
        (LocalizedText(zh: "内容", en: "holds"), manifest.kind.rawValue),
        (LocalizedText(zh: "离线包", en: "bundle"), manifest.bundle.description),
        (LocalizedText(zh: "区县", en: "district"), manifest.district.digits),
        (LocalizedText(zh: "设备", en: "device"), manifest.device.description),
        (LocalizedText(zh: "调查员", en: "surveyor"), manifest.surveyor),
        (
          LocalizedText(zh: "制作时间", en: "made"),
          Timestamp(milliseconds: manifest.madeAt).iso8601
        ),
        (LocalizedText(zh: "条数", en: "count"), String(manifest.count)),
        (
          LocalizedText(zh: "序号或更新", en: "numbers or changes"), "\(manifest.first)-\(manifest.last)"
        ),
        (LocalizedText(zh: "附件", en: "attachments"), String(manifest.attachments)),
        (LocalizedText(zh: "签名公钥", en: "signed with"), reader.signer.publicKey),
      ], format: output.format, language: global.language)
  }

  private struct Sealed: Encodable { let isSealed: Bool }
}
