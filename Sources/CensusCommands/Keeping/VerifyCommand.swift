import ArgumentParser
import CensusDomain
import CensusKeeping
import CensusReports

/// `hazcensus verify`: looks at a whole store without changing or locking it.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Prove every record of a store, in use or not. 逐条核对存储。",
    discussion: """
      Reads one state of a device's, a central's or a backup's folder: the database's structure, each
      revision's hash and columns, numbering and receipts or kept counts, the audit chain, attachments.
      It changes nothing, and a running central goes on; doctor opens the store as its owner and recounts.
      Ends with status 65 where something is not sound.

        hazcensus verify --store /srv/census
        hazcensus verify --store /srv/census --head 4f1c…      does the log hold this receipt's head?

      A device's receipts bear heads of the central's audit log: receiptHeads with --format json.
      只读核对，不改动、不占用存储；发现问题时退出码为 65。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  @Option(
    help: ArgumentHelp(
      "An audit head that the log must hold; may be repeated. 日志中应有的链头。", valueName: "sha-256"))
  var head: [ContentHash] = []

  func run() throws {
    let folder = try global.folder()
    let line = ProgressLine(language: global.language)
    defer { line.end() }
    var found = try StoreVerifier(folder: folder, heads: head, progress: { line.showProved($0) })
      .verify()
    if let manifest = try? BackupManifest.read(folder) { found.add(manifest.faults(in: folder)) }
    line.end()
    if output.format == .json {
      try Particulars.print(found, [], format: .json, language: global.language)
    } else {
      let listing = Listing<StoreFault>(columns: [
        .init("place", LocalizedText(zh: "位置", en: "place")) { $0.place },
        .init("problem", LocalizedText(zh: "问题", en: "problem")) { $0.problem[global.language] },
      ])
      if !found.isSound {
        try listing.print(found.faults, format: output.format, language: global.language)
      }
    }
    Console.say(
      LocalizedText(
        zh: "核对了 \(found.revisions) 份修订、\(found.auditEntries) 条日志、\(found.attachments) 个附件；"
          + "尚缺附件 \(found.missingAttachments.count) 个，问题 \(found.faults.count) 处。",
        en: "\(found.revisions) revisions, \(found.auditEntries) log entries and "
          + "\(found.attachments) attachments were proved; \(found.missingAttachments.count) "
          + "attachments have not come yet; \(found.faults.count) faults."), global.language)
    guard found.isSound else { throw VerifyCommand.unsound(folder, found.faults.count) }
  }

  private static func unsound(_ folder: String, _ count: Int) -> CensusError {
    CensusError(
      .invalidData, zh: "\(folder) 有 \(count) 处问题。", en: "\(folder) has \(count) faults.",
      remedy: LocalizedText(
        zh: "停用它，先复制整个文件夹保存；再用 hazcensus restore 恢复最近的完好备份。",
        en: """
          Stop using it and keep a copy of the whole folder; then bring back the newest sound backup \
          with hazcensus restore.
          """))
  }
}

extension ContentHash: ExpressibleByArgument {
  /// Reads 64 hexadecimal digits.
  public init?(argument: String) { self.init(argument) }
}
