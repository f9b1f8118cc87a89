import CensusAPI
import CensusDomain

/// Holds the tags of ledger lines against the list of what counts as publicity.
struct PublicityTags {
  let rules: CostRules
  /// The lines that the ledger holds already.
  let held: [ExpenseLine]

  /// The lines, each with a reason: a line without one has that of the list.
  ///
  /// One that the ledger holds with a reason keeps it, so that a file imported again after the list was changed
  /// still adds nothing. A publicity line of which the list does not say so stays without.
  func reasoned(_ lines: [ExpenseLine]) -> [ExpenseLine] {
    let known = Dictionary(
      held.map { (bare($0), $0.reason) }, uniquingKeysWith: { first, _ in first })
    return lines.map { line in
      guard line.reason.allSatisfy(\.isWhitespace) else { return line }
      var line = line
      line.reason = known[bare(line)] ?? reason(line)
      return line
    }
  }

  /// Where a tag is not what the list says.
  func contradictions(_ lines: [ExpenseLine]) -> [LocalizedText] {
    lines.compactMap { line in
      guard let rule = rules.rule(for: line.summary), rule.verdict != .ask,
        (rule.verdict == .yes) != line.isPublicity
      else { return nil }
      return LocalizedText(
        zh: """
          凭证 \(line.voucher) 的“\(line.summary)”标为\(line.isPublicity ? "计入" : "不计入")宣传费用，\
          清单对“\(rule.word)”的规定相反：\(rule.reason)。
          """,
        en: """
          “\(line.summary)” of the voucher \(line.voucher) is tagged as \(line.isPublicity ? "" : "no ")publicity; \
          the list says otherwise of “\(rule.word)”: \(rule.reason).
          """)
    }
  }

  private func bare(_ line: ExpenseLine) -> ExpenseLine {
    var line = line
    line.reason = ""
    return line
  }

  private func reason(_ line: ExpenseLine) -> String {
    guard let rule = rules.rule(for: line.summary) else {
      return line.isPublicity ? "" : "清单没有此用途，未计入宣传费用"
    }
    return (rule.verdict == .yes) == line.isPublicity && rule.verdict != .ask ? rule.reason : ""
  }
}
