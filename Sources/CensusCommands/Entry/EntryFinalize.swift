import ArgumentParser
import CensusDomain
import CensusForms
import CensusStore

/// `hazcensus entry finalize`: validates a draft and makes it a final revision.
struct EntryFinalize: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "finalize", abstract: "Validate a draft and make it final. 校验并定稿。",
    discussion: """
      Ends with status 65 where findings block it; the draft stays. In JSON, a list with what became of
      each entry. 有错误时退出码为 65。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var reasons: ReasonOptions

  @Argument(help: "The entries, or the beginnings of their identifiers. 记录编号。")
  var entries: [String]

  @Flag(help: "By the newest version of the form. 按最新版本。")
  var newest = false

  func run() throws {
    let desk = try EntryDesk(global)
    let given = try reasons.byRule()
    var outcomes: [EntryOutcome] = []
    var last: CensusError?
    for text in entries {
      do throws(CensusError) {
        let id = try desk.store.find(text)
        let row = try desk.store.entry(id).row
        let form = try newest ? desk.forms.require(row.form) : desk.form(of: row)
        let (outcome, refusal) = try desk.finalize(id, form: form, reasons: given)
        outcomes.append(outcome)
        if let refusal { throw refusal }
      } catch {
        // One entry that cannot be finalised does not stop the others.
        if entries.count > 1 { Console.say(error.message, desk.language) }
        last = error
      }
    }
    try EntryOutcome.print(outcomes, output.format, desk.language)
    if let last { throw last }
  }
}
