import ArgumentParser
import CensusDomain
import CensusForms
import CensusJSON
import CensusReports
import CensusStore

/// `hazcensus conflict resolve`: decides a conflict and makes the revision that settles it.
struct ConflictResolve: ParsableCommand {
  /// One side of a conflict.
  enum Side: String, ExpressibleByArgument, CaseIterable {
    case mine, theirs
  }

  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Decide a conflict. 处理冲突。",
    discussion: """
      Without options a person is asked for each field. “mine” is the revision that contends, “theirs” the one
      that stands; both are kept whatever is decided. The next sync sends the decision.
      不给选项时逐字段询问。决定在下次同步时送出；双方原稿都保留。

        hazcensus conflict resolve 017f22e2 --field /remark=mine --field /totArea=12.5
        hazcensus conflict resolve 017f22e2 --all theirs
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var reasons: ReasonOptions

  @Argument(help: "The entry, or the beginning of its identifier. 记录编号。")
  var entry: String

  @Option(
    help: ArgumentHelp(
      "A field: mine, theirs, or a value of its own. May be repeated. 逐字段决定。",
      valueName: "/pointer=mine|theirs|value"))
  var field: [String] = []

  @Option(help: "Every other field in conflict: mine or theirs. 其余字段。")
  var all: Side?

  func run() throws {
    let desk = try EntryDesk(global)
    let view = try desk.store.conflict(of: try desk.store.find(entry))
    guard let form = view.form(of: desk.forms) else {
      throw CensusError(
        .notFound, zh: "本机没有记录 \(view.row.entry) 所用的调查表版本。",
        en: "This device does not have the form's version of entry \(view.row.entry).",
        remedy: LocalizedText(zh: "请先更新程序。", en: "Update the program first."))
    }
    var choices = ConflictChoices(view, form: form)
    for word in field {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else {
        throw CensusError(
          .usage, zh: "--field 的写法是 /字段=mine、theirs 或值：“\(word)”。",
          en: "--field is written /pointer=mine, theirs or a value: “\(word)”.")
      }
      try choices.decide(String(parts[0]), String(parts[1]))
    }
    if let all { choices.decideRest(all) }
    if !choices.open.isEmpty { try ask(&choices, desk.language) }
    try finish(choices, form, desk)
  }

  private func finish(_ choices: ConflictChoices, _ form: Form, _ desk: EntryDesk) throws {
    let id = choices.view.row.entry
    let outcome = try desk.store.resolve(
      choices.view, content: choices.content, form: form, reasons: try reasons.byRule())
    switch outcome {
    case .finalized(let revision, let warnings):
      Findings.tell(warnings, desk.language)
      Console.say(
        LocalizedText(
          zh: "冲突已处理：\(id)（\(revision.description.prefix(12))），待发送。",
          en: "decided: \(id) (\(revision.description.prefix(12))), ready to send."), desk.language)
      try EntryOutcome(try desk.store.entry(id), findings: warnings)
        .print(output.format, desk.language)
    case .blocked(let findings):
      Findings.tell(findings, desk.language)
      try EntryOutcome(try desk.store.entry(id), findings: findings)
        .print(output.format, desk.language)
      throw CensusError(
        .invalidData, zh: "这样合并不符合规则，冲突仍未处理。",
        en: "Decided so, the entry breaks a rule of its form; the conflict stays open.",
        remedy: LocalizedText(
          zh: "换一种选择，用 --field /字段=值 给出正确的值，或用 --reason 规则=理由 接受提醒。",
          en: """
            Choose otherwise, give the right value with --field /pointer=value, or accept a warning with \
            --reason rule=text.
            """))
    }
  }

  private func ask(_ choices: inout ConflictChoices, _ language: Language) throws {
    guard Console.isInteractive else { throw ConflictResolve.undecided(choices) }
    ConflictShow.tellSides(choices.view, language)
    for conflict in choices.open {
      let label = FieldText.label(at: conflict.pointer, of: choices.form)
      func text(_ value: JSONValue?) -> String {
        value.map { FieldText.value($0, of: choices.form.field(at: conflict.pointer), language) }
          ?? "—"
      }
      Console.say(
        LocalizedText(
          zh: """
            \(label.zh)（原值 \(text(conflict.base))）
              1 mine   \(choices.view.mine.author)：\(text(conflict.mine))
              2 theirs \(choices.view.theirs.author)：\(text(conflict.theirs))
              3 另填
            """,
          en: """
            \(label.en) (was \(text(conflict.base)))
              1 mine   \(choices.view.mine.author): \(text(conflict.mine))
              2 theirs \(choices.view.theirs.author): \(text(conflict.theirs))
              3 another value
            """), language)
      try choices.decide(conflict.pointer, try ConflictResolve.answer(choices, language))
    }
  }

  private static func answer(
    _ choices: ConflictChoices, _ language: Language
  ) throws(CensusError) -> String {
    while let line = readLine() {
      switch line {
      case "1": return "mine"
      case "2": return "theirs"
      case "3":
        Console.say(LocalizedText(zh: "值：", en: "value: "), language)
        if let value = readLine() { return value }
      default: Console.say(LocalizedText(zh: "请输入 1、2 或 3。", en: "Type 1, 2 or 3."), language)
      }
    }
    throw undecided(choices)
  }

  private static func undecided(_ choices: ConflictChoices) -> CensusError {
    let fields = choices.open.map(\.pointer).joined(separator: " ")
    return CensusError(
      .usage, zh: "这些字段尚未决定：\(fields)；未作改动。",
      en: "These fields are not decided: \(fields); nothing was changed.",
      remedy: LocalizedText(
        zh: "对每个字段给 --field /字段=mine、theirs 或值，或用 --all mine、--all theirs。",
        en: "Give --field /pointer=mine, theirs or a value for each, or --all mine or --all theirs."
      ))
  }
}
