import CensusAPI
import CensusDomain

/// Reads the ledger's lists from CSV; a row that cannot be read is named, and stops the file.
enum LedgerFile {
  /// The lines, and what `rules` propose for those that do not say whether they are publicity.
  static func expenses(
    _ path: String, rules: CostRules
  ) throws(CensusError) -> (lines: [ExpenseLine], proposals: [LocalizedText]) {
    let table = try CSVTable(
      path: path,
      columns: ["voucherNo", "payDate", "payee", "summary", "amountYuan", "econCode"])
    var lines: [ExpenseLine] = []
    var proposals: [LocalizedText] = []
    for row in table.rows {
      guard let date = CivilDate(row["payDate"]) else { throw bad(path, row, "payDate") }
      guard let amount = Fen(yuan: row["amountYuan"]) else { throw bad(path, row, "amountYuan") }
      var line = ExpenseLine(
        voucher: row["voucherNo"], payDate: date, payee: row["payee"], summary: row["summary"],
        amountFen: amount, isPublicity: false, reason: row["reason"],
        economicCode: row["econCode"],
        refundOf: row["refundOf"].isEmpty ? nil : row["refundOf"])
      if row["isPublicity"].isEmpty {
        let rule = try decided(by: rules, path, row)
        line.isPublicity = rule.verdict == .yes
        if line.reason.isEmpty { line.reason = rule.reason }
        proposals.append(proposal(row, rule))
      } else {
        guard let isPublicity = Bool(row["isPublicity"]) else {
          throw bad(path, row, "isPublicity")
        }
        line.isPublicity = isPublicity
      }
      lines.append(line)
    }
    return (lines, proposals)
  }

  static func rules(_ path: String) throws(CensusError) -> [PublicityRule] {
    let table = try CSVTable(path: path, columns: ["word", "publicity", "reason"])
    var rules: [PublicityRule] = []
    for row in table.rows {
      guard let verdict = PublicityVerdict(rawValue: row["publicity"]) else {
        throw CensusError(
          .invalidData,
          zh:
            "\(path) 第 \(row.number) 行的 publicity 应为 yes、no 或 ask，得到“\(row["publicity"])”。没有保存清单。",
          en: """
            Row \(row.number) of \(path): publicity is yes, no or ask, not “\(row["publicity"])”. The list was not \
            saved.
            """)
      }
      rules.append(PublicityRule(word: row["word"], verdict: verdict, reason: row["reason"]))
    }
    return rules
  }

  /// The rule that decides about a row without a tag.
  private static func decided(
    by rules: CostRules, _ path: String, _ row: CSVTable.Row
  ) throws(CensusError) -> PublicityRule {
    let rule = rules.rule(for: row["summary"])
    guard let rule, rule.verdict != .ask else {
      throw CensusError(
        .invalidData,
        zh:
          "\(path) 第 \(row.number) 行“\(row["summary"])”没有标明是否宣传费用，清单也不能判定：\(rule?.reason ?? "清单没有此用途")。没有导入任何行。",
        en: """
          Row \(row.number) of \(path), “\(row["summary"])”, does not say whether it is publicity, and the list does \
          not decide: \(rule?.reason ?? "it does not speak of it"). No row was imported.
          """,
        remedy: LocalizedText(
          zh: "在 isPublicity 列写 true 或 false 并写明理由，或用 hazcensus cost rules set 补充清单。",
          en:
            "Write true or false with the reason, or extend the list with hazcensus cost rules set."
        ))
    }
    return rule
  }

  private static func proposal(_ row: CSVTable.Row, _ rule: PublicityRule) -> LocalizedText {
    let isPublicity = rule.verdict == .yes
    return LocalizedText(
      zh:
        "第 \(row.number) 行“\(row["summary"])”：建议\(isPublicity ? "计入" : "不计入")宣传费用（“\(rule.word)”：\(rule.reason)）",
      en: """
        row \(row.number), “\(row["summary"])”: \(isPublicity ? "publicity" : "no publicity") is proposed \
        (“\(rule.word)”: \(rule.reason))
        """)
  }

  static func activities(_ path: String) throws(CensusError) -> [Activity] {
    let table = try CSVTable(path: path, columns: ["kind", "date", "title", "organiser", "count"])
    var activities: [Activity] = []
    for row in table.rows {
      guard let kind = Activity.Kind(rawValue: row["kind"]) else { throw bad(path, row, "kind") }
      guard let date = CivilDate(row["date"]) else { throw bad(path, row, "date") }
      activities.append(
        Activity(
          kind: kind, date: date, title: row["title"], organiser: row["organiser"],
          place: row["place"], townCode: row["townCode"], count: try number(path, row, "count"),
          satisfied: try number(path, row, "satisfied"), valid: try number(path, row, "valid"),
          note: row["note"]))
    }
    return activities
  }

  private static func number(
    _ path: String, _ row: CSVTable.Row, _ column: String
  ) throws(CensusError) -> Int {
    if row[column].isEmpty { return 0 }
    guard let value = Int(row[column]), value >= 0 else { throw bad(path, row, column) }
    return value
  }

  private static func bad(_ path: String, _ row: CSVTable.Row, _ column: String) -> CensusError {
    CensusError(
      .invalidData, zh: "\(path) 第 \(row.number) 行的 \(column) 不正确：“\(row[column])”。没有导入任何行。",
      en:
        "Row \(row.number) of \(path) has a wrong \(column): “\(row[column])”. No row was imported.",
      remedy: LocalizedText(
        zh: "日期写 YYYY-MM-DD，金额最多两位小数，是否写 true/false。",
        en: "Dates are YYYY-MM-DD, amounts have at most two decimals, flags are true or false."))
  }
}
