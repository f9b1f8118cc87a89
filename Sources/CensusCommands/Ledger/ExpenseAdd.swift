import ArgumentParser
import CensusAPI
import CensusDomain

/// `hazcensus expense add`: one line of a voucher.
struct ExpenseAdd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add a voucher's line. 登记支出。",
    discussion: """
      Warns before it saves if a limit would be broken, or if the tag contradicts `cost rules`.
      会突破限额或与宣传费用清单不符时先提醒，不保存。
      """)

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Option(help: "The voucher's number. 凭证号。")
  var voucher: String
  @Option(help: "The day of payment, YYYY-MM-DD. 支付日期。")
  var date: CivilDate
  @Option(help: "Who was paid. 收款人。")
  var payee: String
  @Option(help: "What for. 摘要。")
  var summary: String
  @Option(help: "The amount in yuan; a refund is negative. 金额（元）。")
  var amount: String
  @Option(help: "The five-digit economic classification. 经济分类。")
  var code: String
  @Flag(help: "It counts as publicity. 计入宣传费用。")
  var publicity = false
  @Option(help: "Why it does or does not count; default the list's reason. 理由。")
  var reason = ""
  @Option(help: "The voucher that a negative amount refunds. 被退凭证号。")
  var refundOf: String?
  @Flag(help: "Save even if a limit is broken or the tag contradicts the list. 有提醒也保存。")
  var acceptWarnings = false

  func run() async throws {
    guard let fen = Fen(yuan: amount) else {
      throw CensusError(
        .usage, zh: "金额“\(amount)”不是最多两位小数的数。",
        en: "The amount “\(amount)” is not a number with at most two decimals.")
    }
    let line = ExpenseLine(
      voucher: voucher, payDate: date, payee: payee, summary: summary, amountFen: fen,
      isPublicity: publicity, reason: reason, economicCode: code, refundOf: refundOf)
    let outcome = try await Operations.addExpenses.call(
      ExpenseRequest(lines: [line], acceptsWarnings: acceptWarnings),
      at: try place.access(global))
    try ExpenseCommand.conclude(outcome, format: output.format, language: global.language)
  }
}
