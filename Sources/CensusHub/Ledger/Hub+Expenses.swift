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
      let check = ExpenseCheck(
        today: clock.now().officeDay,
        known: Dictionary(
          held.map { ($0.voucher, .init(payDate: $0.payDate, payee: $0.payee)) },
          uniquingKeysWith: { first, _ in first }))
      let refused = check.refusals(request.lines)
      var seen = Set(held)
      let good = request.lines.enumerated().filter { refused[$0.offset] == nil }.map(\.element)
      let fresh = good.filter { seen.insert($0).inserted }
      var outcome = ExpenseOutcome(
        saved: 0, alreadyThere: good.count - fresh.count,
        refused: refused.sorted { $0.key < $1.key }.map {
          .init(row: $0.key + 1, message: $0.value)
        },
        warnings: fresh.isEmpty
          ? []
          : CostImpact.of(
            adding: fresh.map { CostLine($0) },
            to: try costInput(records, asOf: clock.now().officeDay)))
      guard outcome.warnings.isEmpty || request.acceptsWarnings else { return outcome }
      for line in fresh { _ = try records.ledger.add(line, at: clock.now()) }
      outcome.saved = fresh.count
      if !fresh.isEmpty {
        let sum = fresh.reduce(Fen.zero) { $0 + $1.amountFen }
        let detail = "\(sum.yuan) yuan" + (outcome.warnings.isEmpty ? "" : ", warnings accepted")
        try log(records, by: caller, "expenses.added", String(fresh.count), detail)
      }
      return outcome
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
