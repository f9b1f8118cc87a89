import ArgumentParser
import CensusDomain
import CensusForms
import CensusReports
import CensusStore

/// `hazcensus entry migrate`: entries of earlier form versions.
struct EntryMigrate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate",
    abstract: "Show entries of earlier form versions and carry them over. 旧版记录转入新版。",
    discussion: """
      Without entries: lists those that were filled with an earlier version of their form, and what the
      newer version says of them: valid (they count as they are), attention (look at each), migrate (a
      stated mapping carries them over). With entries, or --all for those that have a mapping: makes a
      further revision of each under the newest version, if it is valid under it; else says what stands in
      the way and leaves it as it is. Ends with status 65 where one could not be carried over.
      不带编号时列出旧版记录及其处理办法；带编号或 --all 时按新版生成新的修订。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var reasons: ReasonOptions

  @Argument(help: "The entries, or the beginnings of their identifiers. 记录编号。")
  var entries: [String] = []

  @Flag(help: "All entries for which the newer version states a mapping. 全部有对应办法的记录。")
  var all = false

  func run() throws {
    let desk = try EntryDesk(global)
    let outdated = try desk.store.outdated(by: desk.forms)
    if entries.isEmpty && !all {
      return try MigrationRow.print(outdated, output.format, desk.language)
    }
    var chosen = all ? outdated.filter { $0.earlier?.standing == .migrate } : []
    for word in entries {
      let id = try desk.store.find(word)
      guard let entry = outdated.first(where: { $0.row.entry == id }) else {
        throw CensusError(
          .usage, zh: "记录 \(id) 已是最新版本。", en: "Entry \(id) is of the newest version already.")
      }
      if !chosen.contains(where: { $0.row.entry == id }) { chosen.append(entry) }
    }
    try carry(chosen, at: desk)
  }

  private func carry(_ chosen: [OutdatedEntry], at desk: EntryDesk) throws {
    let given = try reasons.byRule()
    var done = 0
    var refused = 0
    for entry in chosen {
      let id = entry.row.entry
      do throws(CensusError) {
        switch try desk.store.carryOver(id, to: entry.form, reasons: given) {
        case .finalized: done += 1
        case .blocked(let findings):
          refused += 1
          Console.say(LocalizedText(zh: "\(id)：", en: "\(id):"), desk.language)
          Findings.tell(findings, of: entry.form, on: Screen(desk.language))
        }
      } catch {
        refused += 1
        Console.say(error.message, desk.language)
      }
    }
    try Particulars.print(
      ["carriedOver": done, "refused": refused],
      [
        (LocalizedText(zh: "已转入", en: "carried over"), String(done)),
        (LocalizedText(zh: "未转入", en: "not carried over"), String(refused)),
      ], format: output.format, language: desk.language)
    guard refused > 0 else { return }
    throw CensusError(
      .invalidData, zh: "有 \(refused) 条记录未转入新版，原因见上；它们保持原样。",
      en: "\(refused) entries were not carried over, for the reasons above; they are as they were.",
      remedy: LocalizedText(
        zh: "用 hazcensus entry edit 编号 --newest 按新版改正。",
        en: "Mend them by the newer version with hazcensus entry edit ENTRY --newest."))
  }
}

/// An entry in the list.
private struct MigrationRow: Encodable {
  let entry: UniqueID
  let form: String
  let version: Int
  let newest: Int
  let standing: String
  let note: LocalizedText

  init(_ outdated: OutdatedEntry) {
    entry = outdated.row.entry
    form = outdated.row.form
    version = outdated.row.formVersion
    newest = outdated.form.version
    standing = outdated.earlier?.standing.rawValue ?? EarlierVersion.Standing.attention.rawValue
    note =
      outdated.earlier?.note
      ?? LocalizedText(zh: "新版没有说明", en: "The newer version does not say")
  }

  static func print(
    _ entries: [OutdatedEntry], _ format: OutputFormat, _ language: Language
  ) throws {
    let listing = Listing<MigrationRow>(columns: [
      .init("entry", LocalizedText(zh: "编号", en: "entry")) { $0.entry.description },
      .init("form", LocalizedText(zh: "调查表", en: "form")) { $0.form },
      .init("version", LocalizedText(zh: "版本", en: "version"), alignment: .trailing) {
        String($0.version)
      },
      .init("newest", LocalizedText(zh: "最新版本", en: "newest"), alignment: .trailing) {
        String($0.newest)
      },
      .init("standing", LocalizedText(zh: "处理", en: "standing")) { $0.standing },
      .init("note", LocalizedText(zh: "说明", en: "note")) { $0.note[language] },
    ])
    try listing.print(entries.map(MigrationRow.init), format: format, language: language)
  }
}
