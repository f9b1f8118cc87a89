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

  @OptionGroup var decision: ChoiceOptions

  func run() throws {
    let desk = try EntryDesk(global)
    let view = try desk.store.conflict(of: try desk.store.find(entry))
    let form = try ConflictResolve.form(of: view, in: desk.forms)
    let choices = try decision.choices(view, form, desk.language)
    try finish(choices, form, desk)
  }

  /// The form that a decision is judged by.
  ///
  /// - Throws: ``CensusError`` with code `notFound` where it is not known here.
  static func form(of view: ConflictView, in forms: FormCatalogue) throws(CensusError) -> Form {
    if let form = try view.form(of: forms) { return form }
    throw CensusError(
      .notFound, zh: "本机没有记录 \(view.row.entry) 所用的调查表版本。",
      en: "This device does not have the form's version of entry \(view.row.entry).",
      remedy: LocalizedText(zh: "请先更新程序。", en: "Update the program first."))
  }

  /// That a decision breaks a rule.
  static let broken = CensusError(
    .invalidData, zh: "这样合并不符合规则，冲突仍未处理。",
    en: "Decided so, the entry breaks a rule of its form; the conflict stays open.",
    remedy: LocalizedText(
      zh: "换一种选择，用 --field /字段=值 给出正确的值，或用 --reason 规则=理由 接受提醒。",
      en: """
        Choose otherwise, give the right value with --field /pointer=value, or accept a warning with \
        --reason rule=text.
        """))

  private func finish(_ choices: ConflictChoices, _ form: Form, _ desk: EntryDesk) throws {
    let id = choices.view.row.entry
    let outcome = try desk.store.resolve(
      choices.view, content: choices.content, form: form, reasons: try reasons.byRule())
    switch outcome {
    case .finalized(let revision, let warnings):
      Findings.tell(warnings, on: Screen(desk.language))
      Console.say(
        LocalizedText(
          zh: "冲突已处理：\(id)（\(revision.description.prefix(12))），待发送。",
          en: "decided: \(id) (\(revision.description.prefix(12))), ready to send."), desk.language)
      try EntryOutcome(try desk.store.entry(id), findings: warnings)
        .print(output.format, desk.language)
    case .blocked(let findings):
      Findings.tell(findings, on: Screen(desk.language))
      try EntryOutcome(try desk.store.entry(id), findings: findings)
        .print(output.format, desk.language)
      throw ConflictResolve.broken
    }
  }
}
