import ArgumentParser
import CensusDomain
import CensusKeeping

/// `hazcensus restore`: a store back from a backup.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Bring a store back from a backup. 从备份恢复。",
    discussion: """
      Each file is proved against backup.json before and after it is copied to the folder --store. A
      folder with something in it is refused; with --replace it is moved aside, never deleted.

        hazcensus restore /media/disk/census-2021-12-01 --store /srv/census

      恢复前后都核对每个文件；目标不空时须加 --replace，原文件夹只移到一旁，不会删除。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  @Argument(help: "The backup's folder. 备份文件夹。")
  var backup: String

  @Flag(help: "Move aside what the folder holds now. 先把现有内容移到一旁。")
  var replace = false

  func run() throws {
    let line = ProgressLine(language: global.language)
    defer { line.end() }
    let folder = try global.folder()
    let outcome = try StoreRestore.restore(
      backup, to: folder, replaces: replace, progress: { line.showProved($0) })
    line.end()
    let none = LocalizedText(zh: "无", en: "none")
    try Particulars.print(
      outcome,
      [
        (LocalizedText(zh: "恢复到", en: "restored to"), folder),
        (LocalizedText(zh: "存储", en: "store"), outcome.kind.rawValue),
        (LocalizedText(zh: "修订", en: "revisions"), String(outcome.revisions)),
        (
          LocalizedText(zh: "原文件夹移到", en: "moved aside to"),
          outcome.movedAside ?? none[global.language]
        ),
      ], format: output.format, language: global.language)
    Console.say(RestoreCommand.advice(outcome.kind), global.language)
  }

  /// What the user must know now.
  private static func advice(_ kind: StoreKind) -> LocalizedText {
    switch kind {
    case .device:
      LocalizedText(
        zh: "→ 如果备份之后这台设备又同步过，请运行 hazcensus device rejoin；否则下次同步会停下并说明。原存储请保留到那时。",
        en: """
          → If this device has synced since the backup was made, run hazcensus device rejoin; until \
          then its next sync stops and says so. Keep the former store until it has synced.
          """)
    case .central:
      LocalizedText(
        zh: "→ 备份之后收到的记录都还在各设备上，设备会重新发送；备份之后的审核、开支和账号须重新录入。",
        en: """
          → What came in after the backup is still on the devices, which send again what this central \
          lacks; reviews, expenses and accounts made after it must be entered again.
          """)
    }
  }
}
