import CensusAPI
import CensusDomain
import CensusReports

extension Hub {
  /// Adds lines to the ledger; those it holds word for word change nothing.
  func addExpenses(
    _ request: ExpenseRequest, by caller: Caller
  ) throws(CensusError) -> ExpenseOutcome {
    try caller.require(.coordinate)
    try caller.require(reaching: district)
    return try commit { records in
      let held = try records.ledger.expenses(LedgerQuery())
      let tags = PublicityTags(rules: try CostRules(records), held: held)
      let lines = tags.reasoned(request.lines)
      let check = ExpenseCheck(today: clock.now().officeDay, held: held)
      let refused = check.refusals(lines)
      let good = lines.enumerated().filter { refused[$0.offset] == nil }.map(\.element)
      let fresh = Repeats.fresh(good, beside: held)
      var outcome = ExpenseOutcome(
        saved: 0, alreadyThere: good.count - fresh.count,
        refused: refused.sorted { $0.key < $1.key }.map {
          .init(row: $0.key + 1, message: $0.value)
        },
        warnings: tags.contradictions(fresh.map(\.line))
          + (try warnings(records, adding: fresh.map(\.line))))
      guard outcome.warnings.isEmpty || request.acceptsWarnings else { return outcome }
      for (line, repetition) in fresh {
        _ = try records.ledger.add(line, repetition: repetition, at: clock.now())
      }
      outcome.saved = fresh.count
      if !fresh.isEmpty {
        let sum = fresh.reduce(Fen.zero) { $0 + $1.line.amountFen }
        let detail = "\(sum.yuan) yuan" + (outcome.warnings.isEmpty ? "" : ", warnings accepted")
        try log(records, by: caller, "expenses.added", String(fresh.count), detail)
      }
      return outcome
    }
  }

  /// The limits that `lines` would break, each line judged in the year in which it was paid.
  ///
  /// A past year is judged at its end: its indicator is no longer that of a day in between.
  private func warnings(
    _ records: any CentralTransaction, adding lines: [ExpenseLine]
  ) throws -> [LocalizedText] {
    let today = clock.now().officeDay
    let years = Dictionary(grouping: lines) { $0.payDate.parts.year }
    return try years.sorted { $0.key < $1.key }.flatMap { year, lines in
      let end = min(today, CivilDate(year: year, month: 12, day: 31) ?? today)
      let sentences = CostImpact.of(
        adding: lines.map { CostLine($0) }, to: try costInput(records, asOf: end))
      guard year != today.parts.year else { return sentences }
      return sentences.map { LocalizedText(zh: "\(year) 年：\($0.zh)", en: "\(year): \($0.en)") }
    }
  }

  /// Lists the ledger by day of payment and voucher.
  func listExpenses(_ query: LedgerQuery, by caller: Caller) throws(CensusError) -> ExpenseList {
    try caller.require(.coordinate)
    try caller.require(reaching: district)
    return try fetch { records in ExpenseList(lines: try records.ledger.expenses(query)) }
  }
}

extension CostLine {
  /// What the cost figures need of a ledger line.
  init(_ line: ExpenseLine) {
    self.init(date: line.payDate, amount: line.amountFen, isPublicity: line.isPublicity)
  }
}
