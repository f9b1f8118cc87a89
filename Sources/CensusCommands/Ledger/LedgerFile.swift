import CensusAPI
import CensusDomain

/// Reads the ledger's lists from CSV; a row that cannot be read is named, and stops the file.
enum LedgerFile {
  static func expenses(_ path: String) throws(CensusError) -> [ExpenseLine] {
    let table = try CSVTable(
      path: path,
      columns: [
        "voucherNo", "payDate", "payee", "summary", "amountYuan", "isPublicity", "econCode",
      ])
    var lines: [ExpenseLine] = []
    for row in table.rows {
      guard let date = CivilDate(row["payDate"]) else { throw bad(path, row, "payDate") }
      guard let amount = Fen(yuan: row["amountYuan"]) else { throw bad(path, row, "amountYuan") }
      guard let isPublicity = Bool(row["isPublicity"]) else { throw bad(path, row, "isPublicity") }
      lines.append(
        ExpenseLine(
          voucher: row["voucherNo"], payDate: date, payee: row["payee"], summary: row["summary"],
          amountFen: amount, isPublicity: isPublicity, reason: row["reason"],
          economicCode: row["econCode"]))
    }
    return lines
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
