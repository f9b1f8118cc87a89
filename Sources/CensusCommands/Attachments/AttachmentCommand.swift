import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus central attachment`.
struct AttachmentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attachment", abstract: "Attachments of entries. 附件。",
    subcommands: [AttachmentMissing.self])
}

/// `hazcensus central attachment missing`.
struct AttachmentMissing: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "missing", abstract: "List attachments that have not come. 列出未到的附件。",
    discussion: """
      An entry whose standing revision declares an attachment that is not here counts as received and
      cannot pass a review. The device that made it sends the file at its next sync, if it has it.
      缺附件的记录只算已接收，不能审核通过；设备下次同步时会补传。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Option(help: "At most so many. 最多列出条数。")
  var limit = 1000

  func run() async throws {
    let list = try await Operations.listMissingAttachments.call(
      AttachmentQuery(limit: limit), at: try place.access(global))
    let listing = Listing<MissingAttachmentList.Item>(columns: [
      .init("entry", LocalizedText(zh: "记录", en: "entry")) { $0.entry.description },
      .init("objectCode", LocalizedText(zh: "对象", en: "object")) { $0.objectCode },
      .init("form", LocalizedText(zh: "调查表", en: "form")) { $0.form },
      .init("townCode", LocalizedText(zh: "乡镇", en: "town")) { $0.townCode },
      .init("hash", LocalizedText(zh: "附件 SHA-256", en: "attachment SHA-256")) {
        $0.hash.description
      },
      .init("device", LocalizedText(zh: "设备", en: "device")) { $0.device.description },
      .init("surveyor", LocalizedText(zh: "调查员", en: "surveyor")) { $0.surveyor },
    ])
    try listing.print(list.items, format: output.format, language: global.language)
    Console.say(
      LocalizedText(
        zh: "未到的附件共 \(list.total) 个。", en: "\(list.total) attachments are missing."),
      global.language)
  }
}
