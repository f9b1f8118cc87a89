import ArgumentParser
import CensusAPI
import CensusDomain
import CensusReports

/// `hazcensus expense list`: the ledger.
struct ExpenseList: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the ledger. 查看支出台账。")

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: FormatOptions
  @OptionGroup var place: CentralOptions

  @Option(help: "The first day. 起始日期。")
  var from: CivilDate?
  @Option(help: "The last day. 截止日期。")
  var to: CivilDate?

  func run() async throws {
    let list = try await Operations.listExpenses.call(
      LedgerQuery(from: from, to: to), at: try place.access(global))
    let listing = Listing<ExpenseLine>(columns: [
      .init("voucherNo", LocalizedText(zh: "凭证号", en: "voucher")) { $0.voucher },
      .init("payDate", LocalizedText(zh: "支付日期", en: "paid on")) { $0.payDate.description },
      .init("payee", LocalizedText(zh: "收款人", en: "payee")) { $0.payee },
      .init("summary", LocalizedText(zh: "摘要", en: "summary")) { $0.summary },
      .init("amountYuan", LocalizedText(zh: "金额（元）", en: "yuan"), alignment: .trailing) {
        $0.amountFen.yuan
      },
      .init("isPublicity", LocalizedText(zh: "宣传", en: "publicity")) {
        $0.isPublicity ? "true" : "false"
      },
      .init("reason", LocalizedText(zh: "理由", en: "reason")) { $0.reason },
      .init("econCode", LocalizedText(zh: "经济分类", en: "class")) { $0.economicCode },
      .init("refundOf", LocalizedText(zh: "被退凭证", en: "refunds")) { $0.refundOf ?? "" },
    ])
    try listing.print(list.lines, format: output.format, language: global.language)
  }
}
