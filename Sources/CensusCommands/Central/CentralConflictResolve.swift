import ArgumentParser
import CensusAPI
import CensusDomain
import CensusForms
import CensusStore

/// `hazcensus central conflict resolve`: makes the revision that settles a conflict at the central.
struct CentralConflictResolve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve", abstract: "Decide a conflict at the central. 在中心处理冲突。",
    discussion: """
      Without options a person is asked for each field. Both revisions are kept whatever is decided; the
      audit log names who decided. 不给选项时逐字段询问；双方原稿都保留，审计记录写明由谁决定。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions
  @OptionGroup var reasons: ReasonOptions
  @OptionGroup var decision: ChoiceOptions

  @Argument(help: "The entry. 记录编号。")
  var entry: UniqueID

  func run() async throws {
    let central = try place.access(global)
    let (view, form) = try await CentralConflict.open(entry, global, at: central)
    let choices = try decision.choices(view, form, global.language)
    let outcome = try await Operations.settleConflict.call(
      view.decision(content: choices.content, reasons: try reasons.byRule()), at: central)
    for fault in outcome.faults {
      Console.say(
        LocalizedText(
          zh: "  \(fault.pointer) [\(fault.rule)] \(fault.message.zh)",
          en: "  \(fault.pointer) [\(fault.rule)] \(fault.message.en)"), global.language)
    }
    guard let revision = outcome.revision else { throw ConflictResolve.broken }
    try Particulars.print(
      outcome,
      [
        (LocalizedText(zh: "现行修订", en: "standing revision"), revision.description),
        (LocalizedText(zh: "状态", en: "standing"), outcome.standing.rawValue),
      ], format: output.format, language: global.language)
    guard outcome.standing == .conflict else { return }
    Console.say(
      LocalizedText(
        zh: "还有其他修订待处理：hazcensus central conflict show \(entry)。",
        en: "Further revisions contend: hazcensus central conflict show \(entry)."),
      global.language)
  }
}
