import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus expense import`: vouchers from CSV.
struct ExpenseImport: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Add vouchers from CSV. 导入支出。",
    discussion: """
      Columns: voucherNo, payDate, payee, summary, amountYuan, isPublicity, reason, econCode. A line that
      the ledger holds already, word for word, is not added again.
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Argument(help: "The CSV file. 文件。")
  var file: String

  @Flag(help: "Save even if a limit is broken. 突破限额也保存。")
  var acceptWarnings = false

  func run() async throws {
    let lines = try LedgerFile.expenses(file)
    let outcome = try await Operations.addExpenses.call(
      ExpenseRequest(lines: lines, acceptsWarnings: acceptWarnings), at: try place.access(global))
    try ExpenseCommand.conclude(outcome, format: output.format, language: global.language)
  }
}
