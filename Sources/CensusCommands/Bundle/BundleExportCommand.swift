import ArgumentParser
import CensusDomain
import CensusReports
import CensusStore
import CensusSync
import Foundation

/// `hazcensus bundle export`.
struct BundleExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write what waits to be sent into a bundle. 导出离线包。",
    discussion: """
      The file is a ZIP with the batches, their attachments, a manifest with the SHA-256 of each part,
      and this device's signature. Nothing leaves the device: what was exported counts as sent once the
      central's receipts come back, by a bundle or by a sync. --seal FILE (from the central's `central
      key`) encrypts it, so that a lost stick tells nothing. What is too much for one file of a FAT32
      stick goes into further files beside it.
      导出后记录仍在本机；中心的回执带回来才算送达。--seal 用中心公钥加密。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp("The new file, such as on a stick. 新文件。", valueName: "file"))
  var target: String

  @Flag(help: "Everything this device has made, also what was sent. 全部导出，包括已送达的。")
  var all = false

  @Option(
    help: ArgumentHelp("Only up to this entry, with its attachments. 只导出到该记录。", valueName: "id"))
  var entry: [UniqueID] = []

  @Option(help: ArgumentHelp("The central's public key, to encrypt. 中心公钥文件。", valueName: "file"))
  var seal: String?

  @Option(help: ArgumentHelp("File with this device's token. 本机令牌文件。", valueName: "file"))
  var tokenFile: String?

  func validate() throws {
    guard !all || entry.isEmpty else { throw ValidationError("--all or --entry, not both") }
  }

  func run() throws {
    let store = try Stores.device(global)
    let token = try TokenSource.read(
      file: tokenFile, folder: store.folder, device: store.identity.device)
    let recipient = try seal.map { path throws(CensusError) in
      String(decoding: try InputFile.read(path), as: UTF8.self)
        .trimmingCharacters(in: .whitespacesAndNewlines)
    }
    let line = ProgressLine(language: global.language)
    defer { line.end() }
    let report = try BundleExport(store: store, token: token, sealedFor: recipient).write(
      all ? .all : entry.isEmpty ? .unsent : .entries(entry), to: target
    ) { count in
      line.show(LocalizedText(zh: "已写出 \(count) 项……", en: "\(count) parts of the work written…"))
    }
    line.end()
    tellDamaged(report)
    try print(report)
  }

  private func tellDamaged(_ report: BundleExportReport) {
    for hash in report.damagedAttachments {
      Console.say(
        LocalizedText(
          zh: "附件 \(hash) 在本机已损坏，没有导出；请用 entry attach 重新加入原照片。",
          en: """
            the attachment \(hash) is damaged here and was left out; add the original again with \
            entry attach.
            """), global.language)
    }
  }

  private func print(_ report: BundleExportReport) throws {
    let files = report.files.map { "\($0.path) (\($0.bytes) B)" }.joined(separator: ", ")
    try Particulars.print(
      report,
      [
        (LocalizedText(zh: "文件", en: "files"), files),
        (LocalizedText(zh: "修订", en: "revisions"), String(report.revisions)),
        (LocalizedText(zh: "序号", en: "numbers"), "\(report.first)-\(report.last)"),
        (LocalizedText(zh: "附件", en: "attachments"), String(report.attachments)),
        (LocalizedText(zh: "加密", en: "sealed"), report.isSealed ? "✓" : ""),
      ], format: output.format, language: global.language)
  }
}
