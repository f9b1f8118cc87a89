import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus expense import`: vouchers from CSV.
struct ExpenseImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Add vouchers from CSV. 导入支出。",
    discussion: """
      Columns: voucherNo, payDate, payee, summary, amountYuan, isPublicity, reason, econCode, refundOf. A line that
      the ledger holds already, word for word, is not added again. Where isPublicity is blank or missing, the list of
      `cost rules` proposes it; nothing is saved until --accept-proposals.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Argument(help: "The CSV file. 文件。")
  var file: String

  @Flag(help: "Save even if a limit is broken or a tag contradicts the list. 有提醒也保存。")
  var acceptWarnings = false
  @Flag(help: "Take over what the list proposes for lines without a tag. 采用清单的建议。")
  var acceptProposals = false

  func run() async throws {
    let access = try place.access(global)
    let rules = try await Operations.costRules.call(CostRulesChange(), at: access)
    let (lines, proposals) = try LedgerFile.expenses(file, rules: rules)
    for proposal in proposals { Console.say(proposal, global.language) }
    guard proposals.isEmpty || acceptProposals else {
      throw CensusError(
        .invalidData, zh: "有 \(proposals.count) 行没有标明是否宣传费用，以上为清单的建议；没有保存。",
        en: """
          \(proposals.count) lines do not say whether they are publicity; above is what the list proposes. Nothing \
          was saved.
          """,
        remedy: LocalizedText(
          zh: "确认后加 --accept-proposals 再次运行，或在文件中写明。",
          en: "If it is right, run again with --accept-proposals, or say so in the file."))
    }
    let outcome = try await Operations.addExpenses.call(
      ExpenseRequest(lines: lines, acceptsWarnings: acceptWarnings), at: access)
    try ExpenseCommand.conclude(outcome, format: output.format, language: global.language)
  }
}
