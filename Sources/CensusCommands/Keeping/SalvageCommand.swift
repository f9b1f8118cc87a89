import ArgumentParser
import CensusDomain
import CensusKeeping

/// `hazcensus salvage`: what is still intact in a damaged store.
struct SalvageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "salvage", abstract: "Gather all intact records of a damaged store. 抢救记录。",
    discussion: """
      For a store that no backup can replace. It changes nothing in the folder --store: it reads around
      what SQLite cannot reach, searches the files' bytes, and takes each record whose SHA-256 proves
      right. The new folder gets revisions.ndjson, the exact records, and entries.ndjson, the newest
      content of each entry, which entry import reads into a new device's store. Drafts, reviews,
      inventory and ledger are not gathered.

        hazcensus salvage --store damaged --output rescued
        hazcensus init --store new --district 130205 --surveyor 张伟
        hazcensus entry import rescued/entries.ndjson --store new

      原文件夹不作改动；凡摘要核对无误的记录都会写出，可用 entry import 导入新建的设备存储。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp("The new folder for the records. 新文件夹。", valueName: "folder"))
  var target: String

  func run() throws {
    let outcome = try RecordSalvage.run(try global.folder(), to: target)
    let missing = outcome.missing.sorted { $0.key < $1.key }.map { device, sequences in
      "\(device): \(sequences.map(String.init).joined(separator: " "))"
    }
    try Particulars.print(
      outcome,
      [
        (LocalizedText(zh: "记录写入", en: "records in"), target),
        (LocalizedText(zh: "从表中读出", en: "from the table"), String(outcome.fromTable)),
        (LocalizedText(zh: "从文件字节中找到", en: "from the bytes"), String(outcome.fromBytes)),
        (LocalizedText(zh: "已损坏", en: "damaged"), String(outcome.damaged)),
        (LocalizedText(zh: "读不到的段", en: "unreadable"), String(outcome.unreadable)),
        (LocalizedText(zh: "调查记录", en: "entries"), String(outcome.entries)),
        (LocalizedText(zh: "缺失的编号", en: "missing"), missing.joined(separator: "; ")),
      ], format: output.format, language: global.language)
  }
}
