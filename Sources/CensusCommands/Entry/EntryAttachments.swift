import ArgumentParser
import CensusDomain
import CensusReports
import CensusStore

/// `hazcensus entry attachments`: what this device's final entries declare, and where the files are.
struct EntryAttachments: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attachments", abstract: "List attachments and where they are. 列出附件。",
    discussion: """
      waiting: here, not yet confirmed by the central. sent: the central holds it.
      elsewhere: declared, but the file is not on this device; bring it with `entry attach`.
      waiting 待上传；sent 中心已有；elsewhere 文件不在本机，用 entry attach 补上。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  func run() throws {
    let store = try Stores.device(global)
    let listing = Listing<DeviceAttachment>(columns: [
      .init("entry", LocalizedText(zh: "记录", en: "entry")) { $0.entry.description },
      .init("objectCode", LocalizedText(zh: "对象", en: "object")) { $0.objectCode },
      .init("form", LocalizedText(zh: "调查表", en: "form")) { $0.form },
      .init("hash", LocalizedText(zh: "SHA-256", en: "SHA-256")) { $0.hash.description },
      .init("size", LocalizedText(zh: "字节", en: "bytes"), alignment: .trailing) {
        $0.size.map(String.init) ?? ""
      },
      .init("place", LocalizedText(zh: "所在", en: "place")) { $0.place.rawValue },
    ])
    try listing.print(
      try store.declaredAttachments(), format: output.format, language: global.language)
  }
}
