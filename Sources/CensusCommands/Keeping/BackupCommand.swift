import ArgumentParser
import CensusDomain
import CensusKeeping

/// `hazcensus backup`: a proven copy of a store, also while it is in use.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Copy a store, also of a running central, and prove the copy. 备份。",
    discussion: """
      Works for a device's and a central's folder; a running central goes on. The backup is a folder:
      the database as of one moment, attachments, forms, the token, and backup.json with the SHA-256 of
      each file. It appears under its name only once every record in it was proved, and never takes the
      place of another. It holds people's data and a token: keep it as safe as the store itself.

        hazcensus backup --store /srv/census --output /media/disk/census-2021-12-01

      备份是一个文件夹，可在中心运行时进行；逐条核对后才改为正式名称，不覆盖已有备份。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp("The new folder of the backup. 新备份的文件夹。", valueName: "folder"))
  var target: String

  func run() throws {
    let line = ProgressLine(language: global.language)
    defer { line.end() }
    let manifest = try StoreBackup.make(
      of: try global.folder(), at: target, program: "hazcensus \(ProgramVersion.current)",
      progress: { line.showProved($0) })
    line.end()
    try Particulars.print(
      manifest,
      [
        (LocalizedText(zh: "备份", en: "backup"), target),
        (LocalizedText(zh: "存储", en: "store"), manifest.kind.rawValue),
        (LocalizedText(zh: "修订", en: "revisions"), String(manifest.revisions)),
        (LocalizedText(zh: "附件", en: "attachments"), String(manifest.attachments)),
        (LocalizedText(zh: "文件", en: "files"), String(manifest.files.count)),
        (LocalizedText(zh: "日志链头", en: "audit head"), manifest.auditHead.description),
      ], format: output.format, language: global.language)
  }
}

extension ProgressLine {
  /// Shows how many revisions were proved.
  func showProved(_ count: Int) {
    show(LocalizedText(zh: "已核对 \(count) 份修订……", en: "\(count) revisions proved…"))
  }
}
