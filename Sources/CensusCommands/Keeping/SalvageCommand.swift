import ArgumentParser
import CensusDomain
import CensusKeeping
import CensusReports

/// `hazcensus salvage`: a working store, or its intact records, out of a damaged one.
struct SalvageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "salvage",
    abstract: "Rebuild a damaged store, or gather its intact records. 抢救损坏的存储。",
    discussion: """
      For a store that no backup can replace. Nothing in the folder --store is changed.

      With --into, a working store is made in a new folder. The files' pages are read without SQLite,
      around what is damaged. What has a hash is taken only where it proves right; what follows from other
      rows is made anew; what could not be saved is listed by its place. Then

        a device   needs hazcensus device rejoin before its next sync; what it lost may have gaps;
        a central  is served again, and devices send what it lacks at their next sync.

      With --output, only the records are gathered: revisions.ndjson, their exact bytes, and
      entries.ndjson, the newest content of each entry, which entry import reads into a new store.

        hazcensus salvage --store damaged --into rebuilt
        hazcensus verify --store rebuilt

      原文件夹不作改动。--into 重建可用的存储：有摘要的内容核对无误才采用，可推算的内容重新推算，
      未能保住的逐处列出；设备随后须运行 device rejoin，中心可直接重新启动。--output 只取出完好的记录。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions

  @Option(
    help: ArgumentHelp("Rebuild the store in this new folder. 在此新文件夹中重建存储。", valueName: "folder"))
  var into: String?

  @Option(
    name: .customLong("output"),
    help: ArgumentHelp(
      "Write only the records to this new folder. 只把记录写到此新文件夹。", valueName: "folder"))
  var target: String?

  func validate() throws {
    guard (into == nil) != (target == nil) else {
      throw ValidationError(
        "Give --into to rebuild the store or --output to gather its records. 请用 --into 或 --output 之一。"
      )
    }
  }

  func run() throws {
    if let into { try rebuild(try global.folder(), into) }
    if let target { try gather(try global.folder(), target) }
  }

  private func rebuild(_ folder: String, _ into: String) throws {
    let line = ProgressLine(language: global.language)
    defer { line.end() }
    let outcome = try StoreSalvage.rebuild(folder, into: into, progress: { line.showProved($0) })
    line.end()
    let language = global.language
    if output.format == .json {
      try Particulars.print(outcome, [], format: .json, language: language)
    } else {
      let listing = Listing<StoreFault>(columns: [
        .init("place", LocalizedText(zh: "位置", en: "place")) { $0.place },
        .init("problem", LocalizedText(zh: "问题", en: "problem")) { $0.problem[language] },
      ])
      let told = outcome.lost + outcome.faults
      if !told.isEmpty { try listing.print(told, format: output.format, language: language) }
    }
    Console.say(SalvageCommand.summary(outcome, into), language)
    Console.say(SalvageCommand.advice(outcome, into), language)
    guard outcome.faults.isEmpty else {
      throw CensusError(
        .invalidData, zh: "重建的存储仍有 \(outcome.faults.count) 处问题（已列出）。",
        en: "The rebuilt store still has \(outcome.faults.count) faults, listed above.",
        remedy: LocalizedText(
          zh: "先保留原文件夹；可改用 --output 取出记录。",
          en: "Keep the damaged folder; --output gathers the records."))
    }
  }

  private static func summary(_ outcome: StoreSalvage.Outcome, _ into: String) -> LocalizedText {
    let revisions = outcome.rows["revision"] ?? 0
    let missing = outcome.missing.map(String.init).joined(separator: " ")
    return LocalizedText(
      zh: "已在 \(into) 重建：修订 \(revisions) 份，附件 \(outcome.attachments) 个，日志 \(outcome.auditEntries) 条"
        + "（链头 \(outcome.auditHead)）；未能保住 \(outcome.lost.count) 处"
        + (missing.isEmpty ? "。" : "，缺失的编号：\(missing)。"),
      en: "Rebuilt in \(into): \(revisions) revisions, \(outcome.attachments) attachments, "
        + "\(outcome.auditEntries) log entries (head \(outcome.auditHead)); "
        + "\(outcome.lost.count) places were not saved"
        + (missing.isEmpty ? "." : "; missing sequences: \(missing)."))
  }

  /// What the user must do now.
  private static func advice(_ outcome: StoreSalvage.Outcome, _ into: String) -> LocalizedText {
    switch outcome.kind {
    case .device:
      LocalizedText(
        zh: "→ 下次同步前请运行 hazcensus device rejoin --store \(into)；原文件夹请保留到那之后。",
        en: """
          → Before the next sync run hazcensus device rejoin --store \(into); keep the damaged folder \
          until it has synced.
          """)
    case .central:
      LocalizedText(
        zh: "→ 用 hazcensus central serve --store \(into) 重新启动；各设备下次同步时会补发缺少的修订。",
        en: """
          → Serve it with hazcensus central serve --store \(into); devices send what it lacks at their \
          next sync.
          """)
    }
  }

  private func gather(_ folder: String, _ target: String) throws {
    let outcome = try RecordSalvage.run(folder, to: target)
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
