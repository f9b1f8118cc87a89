import CensusAPI
import CensusDomain

/// Judges refunds that name the voucher they refund.
struct RefundCheck {
  /// The lines that the ledger holds already.
  let held: [ExpenseLine]

  /// What of a voucher is publicity, or all else, is refunded on its own.
  private struct Part: Hashable {
    let voucher: String
    let isPublicity: Bool
  }

  /// Why lines are refused, by their place; lines of the vouchers in `broken` are not there.
  func refusals(_ lines: [ExpenseLine], broken: Set<String>) -> [Int: LocalizedText] {
    let fresh = Repeats.freshPlaces(lines, beside: held)
    let added = lines.indices.filter { fresh.contains($0) && !broken.contains(lines[$0].voucher) }
    var paid: [Part: Fen] = [:]
    var paidOn: [String: CivilDate] = [:]
    for line in held + added.map({ lines[$0] }) where line.amountFen > .zero {
      paid[Part(voucher: line.voucher, isPublicity: line.isPublicity), default: .zero] +=
        line.amountFen
      paidOn[line.voucher] = line.payDate
    }
    var left = paid
    for line in held {
      guard let voucher = line.refundOf else { continue }
      left[Part(voucher: voucher, isPublicity: line.isPublicity), default: .zero] += line.amountFen
    }
    var refused: [Int: LocalizedText] = [:]
    for (index, line) in lines.enumerated() {
      guard let voucher = line.refundOf else { continue }
      let part = Part(voucher: voucher, isPublicity: line.isPublicity)
      if let fault = RefundCheck.fault(line, of: voucher, paidOn: paidOn[voucher]) {
        refused[index] = fault
      } else if fresh.contains(index) {
        let rest = left[part, default: .zero]
        guard rest + line.amountFen >= .zero else {
          refused[index] = RefundCheck.excess(line, of: voucher, rest: rest)
          continue
        }
        left[part] = rest + line.amountFen
      }
    }
    return refused
  }

  private static func fault(
    _ line: ExpenseLine, of voucher: String, paidOn day: CivilDate?
  ) -> LocalizedText? {
    if line.amountFen >= .zero {
      return LocalizedText(
        zh: "写有被退凭证的行应为负数。", en: "A line that names the voucher it refunds is negative.")
    }
    guard let day else {
      return LocalizedText(
        zh: "没有被退的凭证 \(voucher)。", en: "There is no voucher \(voucher) to refund.")
    }
    if line.payDate < day {
      return LocalizedText(
        zh: "退款日期 \(line.payDate) 早于凭证 \(voucher) 的支付日期 \(day)。",
        en: "The refund of \(line.payDate) is before the voucher \(voucher) was paid, on \(day).")
    }
    return nil
  }

  private static func excess(
    _ line: ExpenseLine, of voucher: String, rest: Fen
  ) -> LocalizedText {
    let kind =
      line.isPublicity
      ? LocalizedText(zh: "宣传费用", en: "of publicity")
      : LocalizedText(zh: "其他费用", en: "of other cost")
    return LocalizedText(
      zh: "退款超过凭证 \(voucher) 尚可退的\(kind.zh) \(rest.yuan) 元。",
      en: "The refund is above the \(rest.yuan) yuan \(kind.en) left of the voucher \(voucher).")
  }
}
