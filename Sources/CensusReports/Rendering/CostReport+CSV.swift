import CensusDomain

extension CostReport {
  /// The report as one table: months, total, budget and forecast, each row naming the snapshot.
  ///
  /// Amounts are in yuan. Codes and column names are stable and do not depend on a language.
  public func csv(byteOrderMark: Bool = false) -> String {
    let provenance = [asOf.description, snapshot]
    func row(
      _ table: String, _ month: String, _ total: Fen, _ publicity: Fen, _ share: String?,
      _ verdict: String = ""
    ) -> [String] {
      [table, month, total.yuan, publicity.yuan, share ?? "", verdict] + provenance
    }
    var rows = months.map { row("month", $0.month, $0.total, $0.publicity, nil) }
    rows.append(
      row(
        "total", "", total, publicity, ratioToSpend?.percent(distinctFrom: limit),
        verdict.rawValue))
    rows.append(
      row("budget", "", budget, publicity, ratioToBudget?.percent(distinctFrom: limit)))
    if let forecast {
      rows.append(row("forecast", "", forecast.total, forecast.publicity, forecast.percent))
    }
    return CSVWriter(byteOrderMark: byteOrderMark).write(
      header: [
        "table", "month", "totalYuan", "publicityYuan", "publicityPercent", "verdict", "asOf",
        "snapshot",
      ], rows: rows)
  }
}
