import CensusAPI
import CensusDomain

/// Judges ledger lines before they are saved.
struct ExpenseCheck {
  let today: CivilDate
  /// The lines that the ledger holds already.
  let held: [ExpenseLine]

  /// What all lines of one voucher share.
  struct VoucherHead: Hashable {
    let payDate: CivilDate
    let payee: String
  }

  /// Why lines are refused, by their place counted from 0; a voucher is taken whole or not at all.
  func refusals(_ lines: [ExpenseLine]) -> [Int: LocalizedText] {
    var refused: [Int: LocalizedText] = [:]
    var heads = Dictionary(
      held.map { ($0.voucher, VoucherHead(payDate: $0.payDate, payee: $0.payee)) },
      uniquingKeysWith: { first, _ in first })
    for (index, line) in lines.enumerated() {
      let head = VoucherHead(payDate: line.payDate, payee: line.payee)
      let first = heads[line.voucher, default: head]
      heads[line.voucher] = first
      refused[index] = fault(line) ?? (first == head ? nil : ExpenseCheck.mismatch(line, first))
    }
    let unsound = Set(refused.keys.map { lines[$0].voucher })
    let refunds = RefundCheck(held: held).refusals(lines, broken: unsound)
    refused.merge(refunds) { first, _ in first }
    let broken = Set(refused.keys.map { lines[$0].voucher })
    for (index, line) in lines.enumerated() where refused[index] == nil {
      guard broken.contains(line.voucher) else { continue }
      refused[index] = LocalizedText(
        zh: "凭证 \(line.voucher) 的另一行有误，整张凭证未保存。",
        en: "Another line of the voucher \(line.voucher) is wrong; a voucher is saved whole or not."
      )
    }
    return refused
  }

  private func fault(_ line: ExpenseLine) -> LocalizedText? {
    if line.voucher.isEmpty || line.voucher.utf8.count > 100 {
      return LocalizedText(zh: "凭证号缺失或过长。", en: "The voucher's number is missing or too long.")
    }
    for (text, name) in [
      (line.payee, LocalizedText(zh: "收款人", en: "payee")),
      (line.summary, LocalizedText(zh: "摘要", en: "summary")),
    ] where text.allSatisfy(\.isWhitespace) {
      return LocalizedText(zh: "没有\(name.zh)。", en: "The \(name.en) is missing.")
    }
    if line.amountFen == .zero {
      return LocalizedText(zh: "金额不能为 0。", en: "The amount cannot be 0.")
    }
    // Far above any district's budget, and far below where a sum could overflow.
    if line.amountFen.value.magnitude > 100_000_000_000_000 {
      return LocalizedText(zh: "金额过大。", en: "The amount is too large.")
    }
    if line.isPublicity, line.reason.allSatisfy(\.isWhitespace) {
      return LocalizedText(
        zh: "没有写明计入宣传费用的理由，清单也没有规定。",
        en: "Nothing says why it counts as publicity, nor does the list.")
    }
    if line.payDate > today {
      return LocalizedText(
        zh: "支付日期 \(line.payDate) 在今天之后。",
        en: "The day of payment, \(line.payDate), is after today.")
    }
    let digits = Array(line.economicCode.utf8)
    let isCode =
      digits.count == 5 && digits.first == UInt8(ascii: "3")
      && digits.allSatisfy { (0x30...0x39).contains($0) }
    if !isCode {
      // 政府收支分类科目, expenditure of departments by economic classification: class 3, then four digits.
      return LocalizedText(
        zh: "部门经济分类代码“\(line.economicCode)”应为以 3 开头的 5 位数字。",
        en: "The economic code “\(line.economicCode)” is to have five digits that begin with 3.")
    }
    return nil
  }

  private static func mismatch(_ line: ExpenseLine, _ head: VoucherHead) -> LocalizedText {
    LocalizedText(
      zh: "凭证 \(line.voucher) 的各行日期和收款人须相同（已有：\(head.payDate)，\(head.payee)）。",
      en: """
        All lines of the voucher \(line.voucher) share their day and payee (known: \
        \(head.payDate), \(head.payee)).
        """)
  }
}
